if workflow.is_main_process and not IS_THERE:
    logger.warning(f"{CONFIG['collection']} is not there yet: this run makes it and no more.")


def settings_of_museum(wildcards):
    """Return what a museum's table depends on."""
    museums = call("collections.museum_table.museums")
    if wildcards.museum not in museums:
        raise InputError(f"no museum {wildcards.museum}; allowed: {', '.join(museums)}")
    return CONFIG.get(wildcards.museum, {})


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
        settings=settings_of_museum,
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
