ALL_CODE = files_digest(
    path
    for folder, pattern in (("rules", "*.smk"), ("scripts", "**/*.py"), ("page/src", "**/*.js"))
    for path in ROOT.joinpath(folder).glob(pattern)
)


rule manifest:
    input:
        RESULTS,
        rules.palettes.output,
        rules.codes.output,
        rules.neighbours.output,
        rules.map.output,
        rules.atlas.output,
        rules.bundle.output,
        expand("results/palettes_k{k}.json", k=KS),
        expand("results/palettes/k{k}/{image}.json", k=KS, image=IMAGES),
        expand("results/pixels/{image}.parquet", image=IMAGES),
        expand("results/thumbnails/{image}.png", image=IMAGES),
    output:
        "results/manifest.json",
    log:
        "results/logs/manifest.log",
    params:
        told={"code": ALL_CODE, "collection": COLLECTION_DIGEST, "config": CONFIG},
        code=code_digest("running.manifest"),
    run:
        run_job("running.manifest.make_manifest", log, list(input), output[0], **params.told)
