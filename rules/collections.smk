if workflow.is_main_process and not IS_THERE:
    logger.warning(f"{LOCATION} is not there yet: this run makes it and no more.")


rule museum_table:
    output:
        # The table that is there stays until there is another.
        update(local("collections/{museum}_{painter}.tsv")),
    log:
        "results/logs/collections/{museum}_{painter}.log",
    wildcard_constraints:
        museum="[a-z]+",
        painter="[^/]+",
    # It waits for the network and needs no node of a cluster.
    localrule: True
    params:
        settings=lambda wildcards: settings_of_museum(*wildcards, CONFIG),
        # A digest of a module and of all that it imports: an edit of any runs the rule again.
        code=lambda wildcards: code_digest(f"collections.museums.{wildcards.museum}"),
        table_code=code_digest("collections.museum_table"),
    run:
        run_waiting_job(
            "collections.museum_table.write_museum_table",
            log,
            wildcards.museum,
            wildcards.painter,
            output[0],
            settings=params.settings,
            download=CONFIG["download"],
        )
