STUDY_OF_ANY = {
    "ks": sorted({3, 5, 8, *KS}),
    "k": CONFIG["page"]["k"],
    "method": CONFIG["enhance"],
    "methods": METHODS,
    "palette": {key: value for key, value in CONFIG["palette"].items() if key != "ks"},
}
TOLD_IN_STUDIES = ["image_id", "title", "date", "year", "artist", "link", "licence"]
PEOPLE = read_people(CONFIG["people"]) if CONFIG["people"] else {}
STUDY_STYLES = [str(PAGE / name) for name in ("base.css", "study.css")]


rule studies:
    input:
        lambda _: expand(
            "results/studies/{image}.{suffix}",
            image=studied(CONFIG, list(IMAGES)),
            suffix=["html", "png"],
        ),


rule study_figures:
    input:
        thumbnail="results/thumbnails/{image}.png",
    output:
        "results/studies/{image}.json",
    log:
        "results/logs/studies/{image}.json.log",
    params:
        study=lambda wildcards: {
            "image": {key: image_of(wildcards)[key] for key in TOLD_IN_STUDIES},
            "people": PEOPLE.get(wildcards.image, []),
            **STUDY_OF_ANY,
        },
        code=code_digest("studies.figures"),
    run:
        run_job("studies.figures.make_figures", log, input.thumbnail, output[0], **params.study)


rule study_bundle:
    input:
        modules="results/page/node_modules",
    output:
        "results/page/study.js",
    log:
        "results/logs/page/study_bundle.log",
    params:
        sources=files_digest(PAGE.glob("src/study/*.js")),
        code=code_digest("page.bundle"),
    run:
        entry = PAGE / "src" / "study" / "main.js"
        run_job("page.bundle.bundle_script", log, str(entry), input.modules, output[0])


rule study_sheet:
    input:
        original=original,
        figures="results/studies/{image}.json",
        thumbnail="results/thumbnails/{image}.png",
        script="results/page/study.js",
    output:
        report(
            "results/studies/{image}.html",
            category="Study sheets",
            subcategory="{image}",
            caption="../report/study.rst",
            labels={"image": "{image}", "as": "page"},
        ),
    log:
        "results/logs/studies/{image}.html.log",
    resources:
        mem_mb=MEMORY_SMALL,
    params:
        most_megapixels=CONFIG["thumbnail"]["most_megapixels"],
        names=NAMES_DIGEST,
        sources=files_digest([*STUDY_STYLES, PAGE / "study.html"]),
        code=code_digest("studies.sheet"),
    run:
        run_job(
            "studies.sheet.make_sheet",
            log,
            input.original,
            input.figures,
            input.thumbnail,
            input.script,
            STUDY_STYLES,
            str(PAGE / "study.html"),
            output[0],
            most_megapixels=params.most_megapixels,
            vocabulary=NAMES,
        )


rule study_picture:
    input:
        original=original,
        figures="results/studies/{image}.json",
        thumbnail="results/thumbnails/{image}.png",
    output:
        report(
            "results/studies/{image}.png",
            category="Study sheets",
            subcategory="{image}",
            caption="../report/study.rst",
            labels={"image": "{image}", "as": "picture"},
        ),
    log:
        "results/logs/studies/{image}.png.log",
    resources:
        mem_mb=MEMORY_SMALL,
    params:
        most_megapixels=CONFIG["thumbnail"]["most_megapixels"],
        code=code_digest("studies.picture"),
    run:
        run_job(
            "studies.picture.make_picture",
            log,
            input.original,
            input.figures,
            input.thumbnail,
            output[0],
            most_megapixels=params.most_megapixels,
        )


# The images that had a sheet when this run began.
SHEETS = expand(rules.study_sheet.output, image=IMAGES)
EXAMINED = [image for image, sheet in zip(IMAGES, SHEETS) if os.path.isfile(sheet)]
