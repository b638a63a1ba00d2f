import gc

# All of the DAG stays: to look through it for garbage takes a fifth of a dry run's time.
gc.disable()


configfile: "config.yaml"


conda: "envs/palettes.yaml"


report: "report/workflow.rst"


include: "rules/common.smk"
include: "rules/collections.smk"


if IS_THERE:

    include: "rules/originals.smk"
    include: "rules/images.smk"
    include: "rules/palettes.smk"
    include: "rules/page.smk"
    include: "rules/exports.smk"
    include: "rules/studies.smk"
    include: "rules/manifest.smk"


rule all:
    default_target: True
    input:
        RESULTS if IS_THERE else config["collection"],
        shown_in_report,


onstart:
    gc.freeze()
    gc.enable()
    if workflow.local_exec:
        # Snakemake's limit of 100 jobs a second starts a thread at every look at the queue, which
        # looks again a second later: soon it does little else.
        workflow.scheduler.job_rate_limiter = None
        end_jobs_on_signals(kill_workers)


onsuccess:
    print(summary(), file=sys.stderr)


onerror:
    logger.warning(advice())  # not print: a bar that is still there would be in its line
