# Not the limit of megapixels, which changes nothing of what was read.
HOW_SMALL = {key: CONFIG["thumbnail"][key] for key in ("size", "crop", "backdrop")}


rule thumbnail:
    input:
        original=original,
    output:
        "results/thumbnails/{image}.png",
    log:
        "results/logs/thumbnails/{image}.log",
    resources:
        mem_mb=MEMORY_SMALL,
    params:
        thumbnail=lambda wildcards: HOW_SMALL
        | {"crop": image_of(wildcards)["crop"] or HOW_SMALL["crop"]},
        code=code_digest("images.thumbnail"),
    run:
        run_job(
            "images.thumbnail.make_thumbnail",
            log,
            input.original,
            output[0],
            skip=SKIP,
            most_megapixels=CONFIG["thumbnail"]["most_megapixels"],
            **params.thumbnail,
        )


rule pixels:
    input:
        thumbnail="results/thumbnails/{image}.png",
    output:
        "results/pixels/{image}.parquet",
    log:
        "results/logs/pixels/{image}.log",
    priority: 1
    params:
        enhance=CONFIG["enhance"],
        code=code_digest("images.pixels"),
    run:
        run_job("images.pixels.make_pixels", log, input.thumbnail, output[0], **params.enhance)
