rule thumbnail:
    input:
        original,
    output:
        "results/thumbnails/{image}.png",
    log:
        "results/logs/thumbnails/{image}.log",
    params:
        thumbnail=config["thumbnail"],
        code=code_digest("images.thumbnail"),
    run:
        run_job(
            "images.thumbnail.make_thumbnail",
            log,
            path_of(wildcards),
            output[0],
            skip=SKIP,
            **params.thumbnail,
        )


rule pixels:
    input:
        "results/thumbnails/{image}.png",
    output:
        "results/pixels/{image}.parquet",
    log:
        "results/logs/pixels/{image}.log",
    params:
        enhance=config["enhance"],
        code=code_digest("images.pixels"),
    run:
        run_job("images.pixels.make_pixels", log, input[0], output[0], **params.enhance)
