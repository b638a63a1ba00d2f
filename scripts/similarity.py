"""How alike palettes are: each painting's nearest neighbours, and a map on which they lie close.

The distance of two palettes is the earth mover's distance in OKLab: the least work, share times
distance, that turns the colours of one into those of the other (Rubner, Tomasi and Guibas, "The
earth mover's distance as a metric for image retrieval", 2000).
"""

from itertools import product

import numpy as np
import ot  # POT's exact solver of the transport problem, 20 times faster here than SciPy's linprog
from sklearn.manifold import TSNE
from sklearn.neighbors import KNeighborsRegressor, NearestNeighbors
from threadpoolctl import threadpool_limits  # one thread adds up in one order: the same bytes

from scripts.files import read_json, write_json
from scripts.spaces import oklab_of_rgb

NEIGHBOURS = 8
EXACT = 10_000  # paintings; beyond, neighbours are sought among CANDIDATES only
CANDIDATES = 60
MAPPED = 3_000  # paintings that t-SNE places; it would take minutes for 10,000
STEPS = 8  # of a profile, along each of its directions
BLOCK = 256  # paintings whose bounds are held at once

# The 13 ways from the middle of a cube to its corners, edges and sides, each once.
_WAYS = [way for way in product((-1, 0, 1), repeat=3) if way > (0, 0, 0)]
DIRECTIONS = np.array([np.array(way) / np.linalg.norm(way) for way in _WAYS])


def compare_palettes(path_to_palettes, path_to_output):
    """Write the neighbours and the map of all paintings by their palettes of the largest k.

    The largest k tells most of a painting's colours, and is independent of the k shown first.

    The output is JSON, with an entry an image, in the order of palettes.json, in each list:
    `neighbours`, the positions in that order of the NEIGHBOURS most alike, nearest first;
    `distances`, how far they are in OKLab, to 4 digits; and `map`, [x, y], both from 0 to 1.
    """
    palettes = read_json(path_to_palettes)
    k = str(max(palettes["ks"]))
    colours, shares = [], []
    for image in palettes["images"]:
        palette = image["palettes"][k]
        colours.append(oklab_of_rgb([colour["rgb"] for colour in palette]))
        weights = np.array([colour["share"] for colour in palette])
        shares.append(weights / weights.sum())
    profiles = profile(colours, shares)
    neighbours, distances = nearest(colours, shares, profiles)
    with threadpool_limits(1):
        places = positions(profiles)
    write_json(
        path_to_output,
        {
            "neighbours": [[int(i) for i in row] for row in neighbours],
            "distances": [[round(float(d), 4) for d in row] for row in distances],
            "map": [[round(float(value), 4) for value in place] for place in places],
        },
    )


def earth_movers_distance(colours, shares, other_colours, other_shares):
    """Return the distance of two palettes: colours (k x 3) in OKLab, shares (k) with sum 1."""
    costs = np.linalg.norm(colours[:, None] - other_colours[None], axis=2)
    return ot.emd2(shares, other_shares, costs, check_marginals=False)


def profile(colours, shares):
    """Return palettes as vectors (n x directions x steps) whose distances bound the exact ones.

    A vector holds, along each of DIRECTIONS, the mean of the colours in each of STEPS equal parts
    of the painting, in order along that direction. In one dimension the earth mover's distance is
    the mean difference of two quantile functions; means over parts can only make it smaller, and
    so can the projection.
    """
    edges = np.arange(STEPS + 1) / STEPS
    profiles = np.empty((len(colours), len(DIRECTIONS), STEPS))
    for i, (of_image, weights) in enumerate(zip(colours, shares, strict=True)):
        for j, along in enumerate((of_image @ DIRECTIONS.T).T):
            order = np.argsort(along, kind="stable")
            ends = np.concatenate([[0], np.cumsum(weights[order])])
            sums = np.concatenate([[0], np.cumsum(weights[order] * along[order])])
            profiles[i, j] = np.diff(np.interp(edges, ends / ends[-1], sums)) * STEPS
    return profiles


def nearest(colours, shares, profiles, exact=EXACT):
    """Return the neighbours (n x NEIGHBOURS, or fewer of few) and their distances, nearest first.

    Up to `exact` paintings the neighbours are the true ones: others are passed over only if a bound
    proves them farther. Of more, only the CANDIDATES of the closest profiles are compared.
    """
    count = len(colours)
    few = min(NEIGHBOURS, count - 1)
    if few < 1:
        return [[] for _ in range(count)], [[] for _ in range(count)]
    padded, weights = _padded(colours, shares)
    found, memory = [], {}
    for i, others, bounds in _candidates(profiles, exact):
        best = []
        for start, stop in ((0, few), (few, len(others))):
            if best:
                stop = np.searchsorted(bounds, best[-1][0], side="right")
            batch = others[start:stop]
            closer = np.maximum(bounds[start:stop], _relaxed(padded, weights, i, batch))
            for at in np.argsort(closer, kind="stable"):
                if len(best) == few and closer[at] > best[-1][0]:
                    break
                j = int(batch[at])
                one, other = pair = (min(i, j), max(i, j))
                if pair not in memory:
                    memory[pair] = earth_movers_distance(
                        colours[one], shares[one], colours[other], shares[other]
                    )
                best = sorted([*best, (memory[pair], j)])[:few]
        found.append(best)
    return [[j for _, j in best] for best in found], [[d for d, _ in best] for best in found]


def positions(profiles, mapped=MAPPED):
    """Return a place (n x 2) for each painting, both coordinates from 0 to 1, like ones close.

    t-SNE places up to `mapped` of them, evenly taken; each other lies amid its four likest.
    """
    if len(profiles) < 3:
        return np.column_stack([np.linspace(0, 1, len(profiles)), np.full(len(profiles), 0.5)])
    vectors = profiles.reshape(len(profiles), -1)
    if np.ptp(vectors, axis=0).max() < 1e-9:
        return np.full((len(vectors), 2), 0.5)
    taken = np.unique(np.linspace(0, len(vectors) - 1, min(mapped, len(vectors))).astype(int))
    tsne = TSNE(
        init="pca", perplexity=min(30, (len(taken) - 1) / 3), random_state=0, n_jobs=1, max_iter=750
    )
    places = tsne.fit_transform(vectors[taken])
    if len(taken) < len(vectors):
        amid = KNeighborsRegressor(n_neighbors=4, weights="distance").fit(vectors[taken], places)
        places = amid.predict(vectors)
    low, high = places.min(axis=0), places.max(axis=0)
    return (places - low) / np.where(high > low, high - low, 1)


def _candidates(profiles, exact):
    """Yield (i, others, bounds) for each painting: the others by their least possible distance."""
    if len(profiles) > exact:
        vectors = profiles.reshape(len(profiles), -1)
        index = NearestNeighbors(n_neighbors=CANDIDATES + 1, n_jobs=1).fit(vectors)
        for i, others in enumerate(index.kneighbors(vectors, return_distance=False)):
            others = others[others != i]
            yield i, others, np.zeros(len(others))
        return
    along = profiles.astype(np.float32).transpose(1, 0, 2)
    for start in range(0, len(profiles), BLOCK):
        bounds = np.zeros((len(along[0, start : start + BLOCK]), len(profiles)), dtype=np.float32)
        for values in along:
            distances = np.zeros_like(bounds)
            for step in values.T:
                distances += np.abs(step[start : start + BLOCK, None] - step[None])
            np.maximum(bounds, distances / STEPS, out=bounds)
        for row, of_row in enumerate(bounds):
            order = np.argsort(of_row, kind="stable")
            order = order[order != start + row]
            yield start + row, order, of_row[order] - 1e-6  # float32 rounds


def _padded(colours, shares):
    """Return all colours (n x k x 3) and shares (n x k), filled up with colours of share 0."""
    k = max(map(len, shares))
    padded, weights = np.zeros((len(shares), k, 3)), np.zeros((len(shares), k))
    for i, (of_image, of_colour) in enumerate(zip(colours, shares, strict=True)):
        padded[i, : len(of_colour)], weights[i, : len(of_colour)] = of_image, of_colour
    return padded, weights


def _relaxed(padded, weights, i, others):
    """Return what the distances of painting i to `others` are at least, if each colour of one
    goes to the nearest of the other, however much is there (Kusner et al. 2015)."""
    here, there = weights[i] > 0, weights[others] > 0
    costs = np.linalg.norm(padded[i, here][None, :, None] - padded[others][:, None], axis=3)
    out = np.where(there[:, None], costs, np.inf).min(axis=2) @ weights[i, here]
    back = (costs.min(axis=1) * weights[others]).sum(axis=1)
    return np.maximum(out, back) - 1e-9
