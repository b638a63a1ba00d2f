rule paint:
    output:
        "results/originals/{image}.png",
    log:
        "results/logs/originals/{image}.log",
    params:
        code=code_digest("sample"),
    run:
        run_job("sample.paint_study", log, wildcards.image, output[0])
