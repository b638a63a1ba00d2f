rule codes:
    input:
        palettes=FINEST,
    output:
        "results/codes.json",
    log:
        "results/logs/codes.log",
    params:
        code=code_digest("groups.codes"),
    run:
        run_job("groups.codes.make_codes", log, input.palettes, output[0])


rule groups_table:
    input:
        palettes="results/palettes.json",
        codes="results/codes.json",
    output:
        table="results/groups.parquet",
        json="results/groups.json",
    log:
        "results/logs/groups.log",
    params:
        names=NAMES_DIGEST,
        code=code_digest("groups.table"),
    run:
        run_job(
            "groups.table.tabulate_groups",
            log,
            input.palettes,
            input.codes,
            output.table,
            output.json,
            vocabulary=NAMES,
        )


rule trends:
    input:
        palettes="results/palettes.json",
    output:
        multiext("results/trends", ".svg", ".png"),
    log:
        "results/logs/trends.log",
    params:
        trends={"title": CONFIG["page"]["title"]},
        code=code_digest("exports.trends"),
    run:
        run_job(
            "exports.trends.draw_trends", log, input.palettes, list(output), **params.trends
        )


rule comparison:
    input:
        palettes="results/palettes.json",
        codes="results/codes.json",
    output:
        "results/compare_{a}_{b}.svg",
    log:
        "results/logs/compare_{a}_{b}.log",
    wildcard_constraints:
        a="[^_/]+",
        b="[^_/]+",
    params:
        comparison={key: CONFIG["page"][key] for key in ("k", "title")},
        code=code_digest("exports.comparison"),
    run:
        run_job(
            "exports.comparison.draw_comparison",
            log,
            input.palettes,
            input.codes,
            output[0],
            a=wildcards.a,
            b=wildcards.b,
            **params.comparison,
        )


rule groups:
    input:
        "results/groups.parquet",
        "results/groups.json",
        "results/trends.svg",
        "results/trends.png",
