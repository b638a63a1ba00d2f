# These wait for the network and need no node of a cluster; all ask the servers in turn.
localrules:
    museum_table,


rule museum_table:
    output:
        # The table that is there stays until there is another.
        update("collections/{museum}_{painter}.tsv"),
    log:
        "results/logs/collections/{museum}_{painter}.log",
    wildcard_constraints:
        museum="[a-z]+",
        painter="[^/]+",
    params:
        settings=settings_of_museum,
        code=lambda wildcards: code_digest(f"collections.museums.{wildcards.museum}"),
        table_code=code_digest("collections.museum_table"),
    run:
        run_in_thread(
            "collections.museum_table.write_museum_table",
            str(log),
            wildcards.museum,
            wildcards.painter,
            output[0],
            settings=params.settings,
            download=config["download"],
        )
