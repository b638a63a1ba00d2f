configfile: "config.yaml"


conda: "envs/palettes.yaml"


include: "rules/common.smk"
include: "rules/collections.smk"


if IS_THERE:

    include: "rules/originals.smk"
    include: "rules/images.smk"
    include: "rules/palettes.smk"
    include: "rules/page.smk"
    include: "rules/studies.smk"


rule all:
    default_target: True
    input:
        RESULTS if IS_THERE else config["collection"],


onsuccess:
    print(summary(), file=sys.stderr)


onerror:
    print(advice(), file=sys.stderr)
