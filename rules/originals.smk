rule paint:
    output:
        "results/sample/{image}.png",
    log:
        "results/logs/sample/{image}.log",
    params:
        code=code_digest("sample.painter"),
    run:
        run_job("sample.painter.paint_study", log, wildcards.image, output[0])
