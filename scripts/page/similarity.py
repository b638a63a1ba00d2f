"""How alike palettes are: each painting's nearest neighbours, and a map on which they lie close.

The distance of two palettes is the earth mover's distance in OKLab: the least work, share times
distance, that turns the colours of one into those of the other (Rubner, Tomasi and Guibas, "The
earth mover's distance as a metric for image retrieval", 2000).
"""

from itertools import product

import numpy as np
from ot.lp.emd_wrap import emd_c  # POT's exact solver; ot.emd2 around it takes 20 times as long
from scipy.spatial import KDTree
from sklearn.manifold import TSNE
from sklearn.neighbors import KNeighborsRegressor, NearestNeighbors
from threadpoolctl import threadpool_limits  # one thread adds up in one order: the same bytes

from scripts.colour.spaces import oklab_of_rgb
from scripts.common.files import read_json, write_json

NEIGHBOURS = 8
LIKELY = 24  # paintings whose distances tell how far neighbours can be
MAPPED = 2_000  # paintings that t-SNE places
STEPS = 8  # of a profile, along each of its directions
BLOCK = 64  # paintings whose pairs are held at once
PAIRS = 4_096  # whose costs are held at once: few enough for the processor's cache
ITERATIONS = 100_000  # of the solver, at most
ROUNDED = 1e-9  # how much a bound may be too large by rounding

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
    with threadpool_limits(1):
        neighbours, distances = nearest(colours, shares, profiles)
        places = positions(profiles)
    write_json(
        path_to_output,
        {
            "neighbours": [[int(i) for i in row] for row in neighbours],
            "distances": [[round(float(d), 4) for d in row] for row in distances],
            "map": [[round(float(value), 4) for value in place] for place in places],
        },
    )


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


def earth_movers_distances(costs, shares, other_shares):
    """Return the distances (n) of n pairs of palettes.

    `costs` (k x k x n) holds how far the colours of one are from those of the other, and `shares`
    and `other_shares` (n x k) sum to 1 in each row.
    """
    pairs = zip(shares, other_shares, np.ascontiguousarray(costs.transpose(2, 0, 1)), strict=True)
    return np.array([emd_c(given, taken, far, ITERATIONS, 1)[1] for given, taken, far in pairs])


def nearest(colours, shares, profiles):
    """Return the neighbours (n x NEIGHBOURS, or fewer of few) and their distances, nearest first.

    They are the true ones: a pair is passed over only where a bound proves it farther than the
    neighbours that both have among their LIKELY ones.
    """
    count = len(colours)
    few = min(NEIGHBOURS, count - 1)
    if few < 1:
        return np.empty((count, 0), dtype=int), np.empty((count, 0))
    planes, weights = _padded(colours, shares)
    reach = _reach(planes, weights, profiles, few)
    pairs = zip(*_pairs_within(planes, weights, reach), strict=True)
    here, there, distances = (np.concatenate(part) for part in pairs)
    order = np.lexsort([there, distances, here])
    first = np.searchsorted(here[order], np.arange(count))
    chosen = order[first[:, None] + np.arange(few)]
    return there[chosen], distances[chosen]


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
        init="pca",
        perplexity=min(30, (len(taken) - 1) / 3),
        angle=0.8,
        max_iter=500,
        random_state=0,
        n_jobs=1,
    )
    places = tsne.fit_transform(vectors[taken])
    if len(taken) < len(vectors):
        amid = KNeighborsRegressor(n_neighbors=4, weights="distance").fit(vectors[taken], places)
        places = amid.predict(vectors)
    low, high = places.min(axis=0), places.max(axis=0)
    return (places - low) / np.where(high > low, high - low, 1)


def _padded(colours, shares):
    """Return all colours as planes (3 x k x n) and shares (n x k), filled up with shares of 0."""
    k = max(map(len, shares))
    planes, weights = np.empty((3, k, len(shares))), np.zeros((len(shares), k))
    for i, (of_image, of_colour) in enumerate(zip(colours, shares, strict=True)):
        planes[:, :, i] = of_image[np.minimum(np.arange(k), len(of_image) - 1)].T
        weights[i, : len(of_colour)] = of_colour
    return planes, weights


def _reach(planes, weights, profiles, few):
    """Return how far (n) the `few` nearest of each painting are at most: as its LIKELY ones are."""
    count = len(weights)
    vectors = profiles.reshape(count, -1).astype(np.float32)
    likely = min(LIKELY, count - 1) + 1  # with itself
    index = NearestNeighbors(n_neighbors=likely, algorithm="brute").fit(vectors)
    reach = np.empty(count)
    for block in _parts(np.arange(count), BLOCK):
        there = index.kneighbors(vectors[block], return_distance=False).ravel()
        here = block.repeat(likely)
        costs = _costs(planes, here, there)
        distances = earth_movers_distances(costs, weights[here], weights[there])
        distances[here == there] = np.inf
        reach[block] = np.sort(distances.reshape(-1, likely), axis=1)[:, few - 1]
    return reach + ROUNDED


def _pairs_within(planes, weights, reach):
    """Yield (here, there, distances) until all pairs are told whose distance is within the reach
    of `here`. The means of two palettes are at most as far apart as the palettes."""
    means = np.einsum("ckn,nk->nc", planes, weights)
    tree = KDTree(means)
    for block in _parts(np.arange(len(means)), BLOCK):
        balls = tree.query_ball_point(means[block], reach[block] + ROUNDED)
        here, there = block.repeat([len(ball) for ball in balls]), np.concatenate(balls).astype(int)
        apart = np.linalg.norm(means[here] - means[there], axis=1)
        # Each pair once, though it may be within the reach of both.
        once = (here < there) | ((apart > reach[there]) & (here > there))
        kept = np.flatnonzero(once & (apart <= reach[here]))
        for part in _parts(kept, PAIRS):
            one, other = here[part], there[part]
            costs = _costs(planes, one, other)
            least = _relaxed(costs, weights[one], weights[other])
            near = least <= np.maximum(reach[one], reach[other])
            one, other = one[near], other[near]
            distances = earth_movers_distances(costs[:, :, near], weights[one], weights[other])
            for of, to in ((one, other), (other, one)):
                within = distances <= reach[of]
                yield of[within], to[within], distances[within]


def _parts(values, size):
    return [values[start : start + size] for start in range(0, len(values), size)]


def _costs(planes, here, there):
    """Return how far (k x k x pairs) each colour of `here` is from each of `there`."""
    return np.sqrt(sum((p[:, None, here] - p[None, :, there]) ** 2 for p in planes))


def _relaxed(costs, shares, other_shares):
    """Return what distances are at least: if each colour of one goes to the nearest of the other,
    however much is there (Kusner et al., "From word embeddings to document distances", 2015).
    """
    out = (costs.min(axis=1) * shares.T).sum(axis=0)
    back = (costs.min(axis=0) * other_shares.T).sum(axis=0)
    return np.maximum(out, back) - ROUNDED
