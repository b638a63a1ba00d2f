if not IMPORTED:  # else the report's first page is the importer's

    report: "../report/workflow.rst"


# Its texts read `config`, in which defaults may be missing.
config.update(CONFIG)


def shown_in_report(wildcards):
    """Return what was asked for and is there, if nothing is to run now: --report shows it too."""
    if workflow.execution_settings is not None:
        return []
    montages = expand(rules.montage.output, k=KS)
    sheets = expand([*rules.study_sheet.output, *rules.study_picture.output], image=EXAMINED)
    return list(filter(os.path.exists, montages + sheets))
