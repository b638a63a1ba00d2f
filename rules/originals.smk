rule paint:
    output:
        "results/originals/{image}.png",
    log:
        "results/logs/originals/{image}.log",
    params:
        code=code_digest("sample.painter"),
    run:
        run_job("sample.painter.paint_study", log, wildcards.image, output[0])
