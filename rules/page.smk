TEMPLATE, WORDS = (str(PAGE / name) for name in ("template.html", "words.json"))
STYLES = [str(PAGE / name) for name in ("base.css", "style.css", "report.css")]


rule atlas:
    input:
        thumbnails=expand("results/thumbnails/{image}.png", image=IMAGES),
    output:
        sheet="results/page/atlas.webp",
        places="results/page/atlas.json",
    log:
        "results/logs/page/atlas.log",
    priority: 3
    params:
        code=code_digest("page.atlas"),
    run:
        run_job(
            "page.atlas.make_atlas",
            log,
            input.thumbnails,
            output.sheet,
            output.places,
            code=params.code,
        )


rule neighbours:
    input:
        palettes=FINEST,
    output:
        "results/page/neighbours.json",
    log:
        "results/logs/page/neighbours.log",
    params:
        code=code_digest("page.neighbours"),
    run:
        step = "page.neighbours.find_neighbours"
        run_job(step, log, input.palettes, output[0], code=params.code)


rule map:
    input:
        palettes=FINEST,
    output:
        "results/page/map.json",
    log:
        "results/logs/page/map.log",
    params:
        code=code_digest("page.map"),
    run:
        run_job("page.map.make_map", log, input.palettes, output[0], code=params.code)


rule modules:
    output:
        directory("results/page/node_modules"),
    log:
        "results/logs/page/modules.log",
    priority: 3
    params:
        packages=files_digest([PAGE / "package.json", PAGE / "package-lock.json"]),
        code=code_digest("page.bundle"),
    run:
        run_job(
            "page.bundle.install_modules",
            log,
            str(PAGE / "package.json"),
            str(PAGE / "package-lock.json"),
            output[0],
        )


rule bundle:
    input:
        modules="results/page/node_modules",
    output:
        script="results/page/page.js",
        worker="results/page/worker.js",
    log:
        "results/logs/page/bundle.log",
    params:
        sources=files_digest(set(PAGE.glob("src/**/*.js")) - set(PAGE.glob("src/study/*.js"))),
        code=code_digest("page.bundle"),
    run:
        run_job(
            "page.bundle.bundle_page",
            log,
            str(PAGE / "src"),
            input.modules,
            output.script,
            output.worker,
        )


rule page:
    input:
        palettes="results/palettes.json",
        codes="results/codes.json",
        neighbours="results/page/neighbours.json",
        map="results/page/map.json",
        sheet="results/page/atlas.webp",
        places="results/page/atlas.json",
        script="results/page/page.js",
        worker="results/page/worker.js",
    output:
        report(
            "results/index.html",
            caption="../report/page.rst",
            category="Page",
            labels={"page": CONFIG["page"]["title"]},
        ),
    log:
        "results/logs/page/page.log",
    params:
        page={
            "title": CONFIG["page"]["title"],
            "k": CONFIG["page"]["k"],
            "method": CONFIG["enhance"]["method"],
            "weight": CONFIG["palette"]["weight"],
            "language": CONFIG["page"]["language"],
            "about": CONFIG["page"]["about"],
            "address": CONFIG["page"]["address"],
            "is_sample": LOCATION == SAMPLE,
            "vocabulary": CONFIG["names"],
            "studies": EXAMINED,
        },
        sources=files_digest([*STYLES, TEMPLATE, WORDS]),
        code=code_digest("page.page"),
    run:
        run_job(
            "page.page.make_page",
            log,
            input.palettes,
            input.codes,
            input.neighbours,
            input.map,
            input.sheet,
            input.places,
            input.script,
            input.worker,
            STYLES,
            TEMPLATE,
            WORDS,
            output[0],
            **params.page,
        )
