rule paint:
    output:
        "results/sample/{image}.png",
    log:
        "results/logs/sample/{image}.log",
    params:
        code=code_digest("sample.painter"),
    run:
        run_job("sample.painter.paint_study", log, wildcards.image, output[0])


# Snakemake runs it again when its text is changed: not to download everything once more, leave it
# as it is, and change what it calls.
rule download:
    output:
        "results/originals/{image}",
    log:
        "results/logs/originals/{image}.log",
    # All ask the servers in turn.
    localrule: True
    params:
        address=lambda wildcards: image_of(wildcards)["source"],
    run:
        run_download(log, params.address, output[0])


rule downloads:
    input:
        [f"results/originals/{image}" for image in IMAGES if is_address(IMAGES[image]["source"])],
