rule palette:
    input:
        pixels="results/pixels/{image}.parquet",
    output:
        "results/palettes/k{k}/{image}.json",
    log:
        "results/logs/palettes/k{k}/{image}.log",
    # Image by image: a worker that has just read its pixels has all ready for each k.
    priority: 2
    params:
        palette={key: value for key, value in CONFIG["palette"].items() if key != "ks"},
        code=code_digest("palettes.palette"),
    run:
        run_job(
            "palettes.palette.make_palette",
            log,
            input.pixels,
            output[0],
            image=wildcards.image,
            k=int(wildcards.k),
            **params.palette,
        )


rule palettes_k:
    input:
        palettes=expand("results/palettes/k{{k}}/{image}.json", image=IMAGES),
    output:
        "results/palettes_k{k}.json",
    log:
        "results/logs/palettes_k{k}.log",
    params:
        collection=COLLECTION_DIGEST,
        on_unreadable=CONFIG["on_unreadable"],
        names=NAMES_DIGEST,
        code=code_digest("palettes.gather"),
    run:
        run_job(
            "palettes.gather.gather_palettes",
            log,
            input.palettes,
            output[0],
            k=int(wildcards.k),
            images=COLLECTION,
            skip=SKIP,
            vocabulary=NAMES,
        )


rule palettes:
    input:
        palettes=expand("results/palettes_k{k}.json", k=KS),
    output:
        "results/palettes.json",
    log:
        "results/logs/palettes.log",
    params:
        code=code_digest("palettes.gather"),
    run:
        run_job("palettes.gather.combine_palettes", log, input.palettes, output[0])


rule palettes_table:
    input:
        palettes="results/palettes.json",
    output:
        "results/palettes.parquet",
    log:
        "results/logs/palettes_table.log",
    params:
        code=code_digest("palettes.table"),
    run:
        run_job("palettes.table.tabulate_palettes", log, input.palettes, output[0])


rule unreadable:
    input:
        palettes="results/palettes.json",
    output:
        "results/unreadable.tsv",
    log:
        "results/logs/unreadable.log",
    params:
        code=code_digest("palettes.unreadable"),
    run:
        run_job("palettes.unreadable.tabulate_unreadable", log, input.palettes, output[0])
