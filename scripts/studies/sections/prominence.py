"""What stands out of the painting, on a study sheet."""

from scripts.studies.cloud import as_webp
from scripts.studies.markup import section


def prominence_section(figures, view):
    """Return the painting as it is, and each pixel as strong as what it counts for."""
    words = (
        "People who pick a palette take what stands out: colours far from the painting's mean, and"
        " chromatic ones. On the right each pixel is as strong as that makes it"
    )
    if figures["palette"]["weight"] == "area":
        words += "; the palettes here are by area, where all count alike."
    else:
        words += ", and so much it counts in the clusters. The shares are of all pixels alike."
    pictures = (
        _picture(
            "As enhanced", "The painting as enhanced", view.enhanced_image(figures["enhance"])
        ),
        _picture("What stands out", "The painting, each pixel by its weight", view.prominence()),
    )
    row = f'<div class="row">{"".join(pictures)}</div>'
    return section("prominence", "What stands out", words, row)


def _picture(heading, label, image):
    return (
        f'<figure><h3>{heading}</h3><img alt="{label}" src="{as_webp(image)}"'
        f' width="{image.width}" height="{image.height}"></figure>'
    )
