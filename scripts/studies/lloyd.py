"""One run of Lloyd's algorithm, step by step."""

from itertools import pairwise

from scripts.palettes.kmeans import assign, farthest_first_steps
from scripts.palettes.palette import pixels_per_weight, shares_of

SHOWN = 6
"""Steps that are drawn, at most: the first ones and the last."""


def follow_lloyd(points, counts, k, seed=0):
    """Return one farthest-first run on Points, from its start until no colour changes its cluster.

    `counts` are the pixels of each row that Points were made of. Returns a dict: `k` and `seed`;
    `moves`, how often the centres moved; for each step from the start on, `wcss` and `changed` (the
    part of the pixels that changed cluster, None at the start); and `shown`, the first steps and
    the last with `step`, `centres` (k x 3, in the space of the points) and `shares` (k).
    """
    steps = [assign(points, centres) for centres in farthest_first_steps(points, k, seed)]
    changed = [
        float(counts[after.labels != before.labels].sum() / counts.sum())
        for before, after in pairwise(steps)
    ]
    while changed[-2:] == [0, 0]:
        # The engine looks once more where it was at rest.
        changed.pop()
        steps.pop()
    return {
        "k": k,
        "seed": seed,
        "moves": len(changed),
        "wcss": [step.wcss * pixels_per_weight(points, counts) for step in steps],
        "changed": [None, *changed],
        "shown": [
            {
                "step": step,
                "centres": steps[step].centres.tolist(),
                "shares": shares_of(steps[step], counts).tolist(),
            }
            for step in shown_steps(len(steps))
        ],
    }


def shown_steps(steps):
    """Return the numbers of the first ones and the last of so many steps, SHOWN at most.

    >>> shown_steps(3), shown_steps(20)
    ([0, 1, 2], [0, 1, 2, 3, 4, 19])
    """
    return [*range(min(steps, SHOWN - 1)), *([steps - 1] if steps >= SHOWN else [])]
