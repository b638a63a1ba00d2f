import os

if os.path.exists("config.yaml"):  # elsewhere each key has its default

    configfile: "config.yaml"


conda: "envs/palettes.yaml"


include: "rules/messages.smk"
include: "rules/common.smk"
include: "rules/jobs.smk"
include: "rules/collections.smk"


if IS_THERE:

    include: "rules/originals.smk"
    include: "rules/images.smk"
    include: "rules/palettes.smk"
    include: "rules/groups.smk"
    include: "rules/exports.smk"
    include: "rules/studies.smk"
    include: "rules/page.smk"
    include: "rules/site.smk"
    include: "rules/report.smk"
    include: "rules/manifest.smk"


rule all:
    default_target: True
    input:
        RESULTS if IS_THERE else local(LOCATION),
        shown_in_report if IS_THERE else [],
