"""What restarts and values of k come to, on a study sheet."""

from scripts.common.words import count
from scripts.studies.charts import LEAST_AXIS, draw_ks, draw_restarts, per_cent_above_least
from scripts.studies.markup import chart_figure, section
from scripts.studies.words import SPACE_NAMES


def choice_section(figures):
    """Return the charts of restarts and of values of k."""
    words = (
        "WCSS, which k-means makes small, is the sum of the squared distances of all pixels to the"
        f" centres of their clusters, here in {SPACE_NAMES[figures['palette']['space']]}."
    )
    charts = (
        chart_figure("Restarts", draw_restarts, "restarts", figures, 250, _restarts(figures)),
        chart_figure("Values of k", draw_ks, "ks", figures, 300, _ks(figures)),
    )
    row = f'<div class="row wide">{"".join(charts)}</div>'
    return section("choice", "How often to try, how many colours", words, row)


def _restarts(figures):
    least = min(min(values) for values in figures["restarts"].values())
    above = per_cent_above_least(figures["restarts"]).values()
    apart = "a dot apart from it is a local optimum"
    if max(map(max, above)) < LEAST_AXIS:
        apart = f"all are within {LEAST_AXIS} per cent of it"
    return (
        f"{len(figures['restarts']['kmeans++'])} restarts each at k = {figures['k']}, counted above"
        " the dots, and the answer of <code>fast</code>, which needs none. The least WCSS is"
        f" {least:,.{0 if least >= 100 else 2}f}; {apart}."
    )


def _ks(figures):
    told = figures["ks"]
    words = "WCSS falls with every colour more."
    if told["elbow"] is not None:
        words += f" It bends most at k = {told['elbow']}, the elbow."
    words += f" The silhouette is scikit-learn's, on {count(told['sample'], 'pixel')}"
    words += f" drawn with seed {told['seed']}."
    if told["most_silhouette"] is not None:
        words += (
            f" It is highest at k = {told['most_silhouette']}: there clusters stand best apart."
        )
    return f"{words} Bold: the palettes above."
