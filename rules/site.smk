TEMPLATES_OF_SITE = [str(PAGE / name) for name in ("painting.html", "paintings.html")]
STYLES_OF_SITE = [str(PAGE / name) for name in ("base.css", "painting.css")]


rule site:
    input:
        page="results/index.html",
        palettes="results/palettes.json",
        data=[
            "results/palettes.json",
            "results/palettes.parquet",
            "results/groups.json",
            "results/groups.parquet",
        ],
        pictures=expand("results/pictures/{image}.webp", image=IMAGES),
        card="results/card.png",
    output:
        directory("results/site"),
    log:
        "results/logs/site.log",
    params:
        site={key: CONFIG["page"][key] for key in ("title", "language", "address")},
        vocabulary=CONFIG["names"],
        sources=files_digest([*TEMPLATES_OF_SITE, *STYLES_OF_SITE, WORDS]),
        code=code_digest("page.site"),
    run:
        run_job(
            "page.site.make_site",
            log,
            input.page,
            input.palettes,
            input.data,
            input.pictures,
            input.card,
            TEMPLATES_OF_SITE,
            STYLES_OF_SITE,
            WORDS,
            output[0],
            vocabulary=params.vocabulary,
            **params.site,
        )
