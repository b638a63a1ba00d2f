STUDY_STYLES = [str(PAGE / name) for name in ("base.css", "study.css")]


rule studies:
    input:
        studied,


rule study_figures:
    input:
        "results/thumbnails/{image}.png",
    output:
        "results/studies/{image}.json",
    log:
        "results/logs/studies/{image}.json.log",
    params:
        study=settings_of_study,
        code=code_digest("studies.figures"),
    run:
        run_job("studies.figures.make_figures", log, input[0], output[0], **params.study)


rule study_bundle:
    input:
        "results/page/node_modules",
    output:
        "results/page/study.js",
    log:
        "results/logs/page/study_bundle.log",
    params:
        sources=files_digest(PAGE.glob("src/study/*.js")),
        code=code_digest("page.bundle"),
    run:
        entry = PAGE / "src" / "study" / "main.js"
        run_job("page.bundle.bundle_script", log, str(entry), input[0], output[0])


rule study_sheet:
    input:
        original,
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
    params:
        crop=config["thumbnail"]["crop"],
        sources=files_digest([*STUDY_STYLES, PAGE / "study.html"]),
        code=code_digest("studies.sheet"),
    run:
        run_job(
            "studies.sheet.make_sheet",
            log,
            path_of(wildcards),
            *input[-3:],
            STUDY_STYLES,
            str(PAGE / "study.html"),
            output[0],
            crop=params.crop,
        )


rule study_picture:
    input:
        original,
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
    params:
        crop=config["thumbnail"]["crop"],
        code=code_digest("studies.picture"),
    run:
        run_job(
            "studies.picture.make_picture",
            log,
            path_of(wildcards),
            *input[-2:],
            output[0],
            crop=params.crop,
        )
