TOLD_IN_SWATCHES = ["title", "year", "artist"]
SUFFIXES_OF_SWATCHES = [".gpl", ".ase", ".css", ".json"]


rule overlay:
    input:
        original=original,
        palette="results/palettes/k{k}/{image}.json",
        thumbnail="results/thumbnails/{image}.png",
    output:
        "results/overlays/k{k}/{image}.jpg",
    log:
        "results/logs/overlays/k{k}/{image}.log",
    resources:
        mem_mb=MEMORY_WHOLE,
    params:
        most_megapixels=CONFIG["thumbnail"]["most_megapixels"],
        code=code_digest("exports.overlay"),
    run:
        run_job(
            "exports.overlay.draw_overlay",
            log,
            input.original,
            input.palette,
            input.thumbnail,
            output[0],
            most_megapixels=params.most_megapixels,
        )


rule picture:
    input:
        original=original,
    output:
        "results/pictures/{image}.webp",
    log:
        "results/logs/pictures/{image}.log",
    resources:
        mem_mb=MEMORY_SMALL,
    params:
        size=CONFIG["page"]["pictures"],
        crop=lambda wildcards: image_of(wildcards)["crop"] or CONFIG["thumbnail"]["crop"],
        code=code_digest("exports.picture"),
    run:
        run_job(
            "exports.picture.make_picture",
            log,
            input.original,
            output[0],
            skip=SKIP,
            most_megapixels=CONFIG["thumbnail"]["most_megapixels"],
            size=params.size,
            crop=params.crop,
        )


rule swatches_of_image:
    input:
        palette="results/palettes/k{k}/{image}.json",
    output:
        multiext("results/swatches/k{k}/{image}", *SUFFIXES_OF_SWATCHES),
    log:
        "results/logs/swatches/k{k}/{image}.log",
    params:
        told=lambda wildcards: {key: image_of(wildcards)[key] for key in TOLD_IN_SWATCHES},
        names=NAMES_DIGEST,
        code=code_digest("exports.swatches"),
    run:
        run_job(
            "exports.swatches.make_swatches",
            log,
            input.palette,
            list(output),
            image=wildcards.image,
            vocabulary=NAMES,
            **params.told,
        )


rule swatches_of_all:
    input:
        palettes="results/palettes_k{k}.json",
    output:
        multiext("results/swatches/k{k}", *SUFFIXES_OF_SWATCHES),
    log:
        "results/logs/swatches_k{k}.log",
    params:
        title=CONFIG["page"]["title"],
        code=code_digest("exports.swatches"),
    run:
        run_job(
            "exports.swatches.gather_swatches",
            log,
            input.palettes,
            list(output),
            title=params.title,
        )


rule montage:
    input:
        palettes="results/palettes_k{k}.json",
    output:
        report(
            "results/montage_k{k}.png",
            caption="../report/montage.rst",
            category="Montages",
            labels={"colours": "{k}", "order": CONFIG["montage"]["order"]},
        ),
    log:
        "results/logs/montage_k{k}.log",
    params:
        montage={**CONFIG["montage"], "title": CONFIG["page"]["title"]},
        code=code_digest("exports.montage"),
    run:
        run_job("exports.montage.make_montage", log, input.palettes, output[0], **params.montage)


rule card:
    input:
        palettes=f"results/palettes_k{CONFIG['page']['k']}.json",
    output:
        "results/card.png",
    log:
        "results/logs/card.log",
    params:
        card={"title": CONFIG["page"]["title"]},
        code=code_digest("exports.card"),
    run:
        run_job("exports.card.make_card", log, input.palettes, output[0], **params.card)


rule pictures:
    input:
        expand("results/pictures/{image}.webp", image=IMAGES),


rule overlays:
    input:
        expand("results/overlays/k{k}/{image}.jpg", k=KS, image=IMAGES),


rule swatches:
    input:
        expand("results/swatches/k{k}.json", k=KS),
        expand("results/swatches/k{k}/{image}.json", k=KS, image=IMAGES),


rule montages:
    input:
        expand("results/montage_k{k}.png", k=KS),
