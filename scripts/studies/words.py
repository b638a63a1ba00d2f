"""The words in which a study tells of methods, numbers and shares."""

METHODS = {
    "none": "As painted",
    "chroma_filter": "Chroma filter",
    "saturation_filter": "Saturation filter",
    "hsl_saturation": "HSL saturation",
    "color_balance": "Colour balance",
}
SPACE_NAMES = {"rgb": "RGB", "oklab": "OKLab", "lab": "Lab", "lab_2_1": "Lab 2:1"}
WEIGHT_NAMES = {"prominence": "by prominence", "area": "by area"}
PICK_NAMES = {"mean": "mean", "mode": "mode", "nearest": "nearest pixel"}


def in_sentence(name):
    """Return a name of METHODS as it stands within a sentence.

    >>> in_sentence("HSL saturation"), in_sentence("Colour balance")
    ('HSL saturation', 'colour balance')
    """
    return name if name[:2].isupper() else name[0].lower() + name[1:]


def step_name(step):
    """Return what a step of Lloyd's algorithm is called."""
    return f"Move {step}" if step else "Start"


def percent(share):
    """Return a share as a percentage.

    >>> percent(0.25), percent(0.001), percent(0)
    ('25\\xa0%', '<1\\xa0%', '0\\xa0%')
    """
    return "<1\N{NO-BREAK SPACE}%" if 0 < share < 0.005 else f"{100 * share:.0f}\N{NO-BREAK SPACE}%"
