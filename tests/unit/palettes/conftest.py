import numpy as np
from hypothesis import strategies as st

from scripts.images.pixels import count_colours
from scripts.palettes.kmeans import FEW


def gathered_in_clouds(seed, clouds, pixels):
    """Return distinct colours (d x 3, uint8) with counts, in clouds as paintings have them."""
    rng = np.random.default_rng(seed)
    centres = rng.uniform(0, 255, (clouds, 3))
    spreads = rng.uniform(0, 40, (clouds, 1))
    at = rng.choice(clouds, pixels, p=rng.dirichlet(np.ones(clouds)))
    rgb = np.clip(centres[at] + spreads[at] * rng.normal(size=(pixels, 3)), 0, 255)
    return count_colours(rgb.astype(np.uint8))


@st.composite
def images(draw):
    """What `gathered_in_clouds` returns, and a k."""
    seed = draw(st.integers(0, 2**32 - 1))
    clouds, pixels = draw(st.integers(1, 12)), draw(st.sampled_from([20, 200, 3000]))
    return *gathered_in_clouds(seed, clouds, pixels), draw(st.integers(1, 13))


def same_bytes(one, other):
    return all(
        np.asarray(a).tobytes() == np.asarray(b).tobytes() for a, b in zip(one, other, strict=True)
    )


def painting(seed):
    """Return as many distinct colours as a painting has, in nine clouds, with their counts."""
    rng = np.random.default_rng(seed)
    centres, at = rng.uniform(0, 255, (9, 3)), rng.choice(9, 30_000, p=rng.dirichlet(np.ones(9)))
    rgb = np.clip(centres[at] + 25 * rng.normal(size=(30_000, 3)), 0, 255)
    colours, counts = count_colours(rgb.astype(np.uint8))
    assert len(colours) > FEW
    return colours, counts
