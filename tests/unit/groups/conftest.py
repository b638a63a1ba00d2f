import numpy as np
import pytest


@pytest.fixture
def drawn_palettes():
    """Return a function that draws palettes of up to `most` colours, as palettes.json has them."""

    def drawn(count, seed, most=6):
        random = np.random.default_rng(seed)
        palettes = []
        for _ in range(count):
            size = random.integers(1, most + 1)
            rgb = random.integers(0, 256, (size, 3)).tolist()
            shares = random.dirichlet(np.ones(size)).tolist()
            palettes.append(
                [
                    {"hex": "#{:02x}{:02x}{:02x}".format(*c), "rgb": c, "share": s, "name": "grey"}
                    for c, s in zip(rgb, shares, strict=True)
                ]
            )
        return palettes

    return drawn


def drawn_series(count, seed):
    """Return series (count x 12) as paintings have them: nine shares, many of them 0, and means."""
    random = np.random.default_rng(seed)
    shares = random.dirichlet(np.full(9, 0.25), count)
    shares = np.where(shares < 0.03, 0, shares)
    means = random.normal([0.55, 0.06, 0.03], [0.1, 0.02, 0.03], (count, 3))
    return np.hstack([shares / shares.sum(axis=1, keepdims=True), means])
