"""Each painting's nearest neighbours, by their palettes."""

from hashlib import sha256
from typing import NamedTuple

import numpy as np
from ot import __version__ as ot_version
from scipy.spatial import KDTree
from sklearn.neighbors import NearestNeighbors
from threadpoolctl import threadpool_limits  # one thread adds up in one order: the same bytes

from scripts.common.files import write_json
from scripts.page.kept import keep, kept_beside, read_kept
from scripts.page.similarity import earth_movers_distances, profile, read_palettes

NEIGHBOURS = 8
LIKELY = 24  # paintings whose distances tell how far neighbours can be
BLOCK = 64  # paintings whose pairs are held at once
PAIRS = 4_096  # whose costs are held at once: few enough for the processor's cache
ROUNDED = 1e-9  # how much a bound may be too large by rounding


class Known(NamedTuple):
    """What was found of some paintings before."""

    whole: np.ndarray
    """The positions of those whose neighbours are all still there (w), in order."""
    fresh: np.ndarray
    """The positions of all others, whose neighbours are not known."""
    added: np.ndarray
    """The positions of those of them that were not there before."""
    neighbours: np.ndarray
    """The neighbours of the whole ones, as positions (w x NEIGHBOURS)."""
    distances: np.ndarray
    """How far these are (w x NEIGHBOURS)."""


def find_neighbours(path_to_palettes_k, path_to_output, *, code):
    """Write the neighbours of all paintings by their palettes.

    The output is JSON, with an entry an image, in the order of the images, in each list:
    `neighbours`, the positions in that order of the NEIGHBOURS most alike, nearest first; and
    `distances`, how far they are in OKLab, to 4 digits. What was found is kept: the next run of the
    same `code` looks only at pairs that may change something.
    """
    ids, colours, shares = read_palettes(path_to_palettes_k)
    kept, made_by = kept_beside(path_to_output), f"{code} {ot_version}"
    keys = [_key(*palette) for palette in zip(ids, colours, shares, strict=True)]
    known = known_before(read_kept(kept, made_by), keys)
    with threadpool_limits(1):
        neighbours, distances = nearest(colours, shares, profile(colours, shares), known)
    keep(kept, made_by, keys=np.array(keys), neighbours=neighbours, distances=distances)
    write_json(
        path_to_output,
        {
            "neighbours": neighbours.tolist(),
            "distances": [[round(float(d), 4) for d in row] for row in distances],
        },
    )


def _key(image, colours, shares):
    return sha256(image.encode() + b"\0" + colours.tobytes() + shares.tobytes()).hexdigest()


def known_before(found, keys):
    """Return what of `found`, as `find_neighbours` kept it, is Known of paintings with these keys.

    None if there is nothing, or if paintings have changed places: which of several as near are
    neighbours depends on their order.
    """
    if not found:
        return None
    place = {key: position for position, key in enumerate(keys)}
    now = np.array([place.get(key, -1) for key in found["keys"].tolist()], dtype=int)
    there = now >= 0
    in_order = (np.diff(now[there]) > 0).all()
    if not in_order or found["neighbours"].shape[1:] != (min(NEIGHBOURS, len(keys) - 1),):
        return None
    whole = there & there[found["neighbours"]].all(axis=1)
    positions = np.arange(len(keys))
    return Known(
        now[whole],
        np.setdiff1d(positions, now[whole]),
        np.setdiff1d(positions, now[there]),
        now[found["neighbours"][whole]],
        found["distances"][whole],
    )


def nearest(colours, shares, profiles, known=None):
    """Return the neighbours (n x NEIGHBOURS, or fewer of few) and their distances, nearest first.

    They are the true ones: a pair is passed over only where a bound proves it farther than the
    neighbours that both have among their LIKELY ones. What is Known is not looked at again.
    Palettes are as `read_palettes` returns them, `profiles` as `profile` does.
    """
    count = len(colours)
    few = min(NEIGHBOURS, count - 1)
    if few < 1:
        return np.empty((count, 0), dtype=int), np.empty((count, 0))
    planes = np.ascontiguousarray(colours.transpose(2, 1, 0))
    everyone = np.arange(count)
    fresh = everyone if known is None else known.fresh
    reach = np.zeros(count)
    reach[fresh] = _reach(planes, shares, profiles, few, fresh)
    parts = list(_pairs_within(planes, shares, reach, fresh, everyone))
    if known is not None:
        reach[known.whole] = known.distances[:, -1] + ROUNDED
        parts += _pairs_within(planes, shares, reach, known.whole, known.added)
        before = known.whole.repeat(few), known.neighbours.ravel(), known.distances.ravel()
        parts.append(before)
    here, there, distances = (np.concatenate(part) for part in zip(*parts, strict=True))
    order = np.lexsort([there, distances, here])
    first = np.searchsorted(here[order], everyone)
    chosen = order[first[:, None] + np.arange(few)]
    return there[chosen], distances[chosen]


def _reach(planes, shares, profiles, few, rows):
    """Return how far the `few` nearest of each of `rows` are at most: as its LIKELY ones are."""
    count = len(shares)
    vectors = profiles.reshape(count, -1).astype(np.float32)
    likely = min(LIKELY, count - 1) + 1  # with itself
    index = NearestNeighbors(n_neighbors=likely, algorithm="brute").fit(vectors)
    reach = []
    for block in _parts(rows, BLOCK):
        there = index.kneighbors(vectors[block], return_distance=False).ravel()
        here = block.repeat(likely)
        apart = np.where(here == there, -np.inf, np.inf)  # none is its own neighbour
        distances = _distances_within(planes, shares, here, there, apart)
        reach.append(np.sort(distances.reshape(-1, likely), axis=1)[:, few - 1])
    return np.concatenate([[], *reach]) + ROUNDED


def _pairs_within(planes, shares, reach, rows, others):
    """Yield (here, there, distances) until all pairs of one of `rows` and one of `others` are told
    whose distance is within the reach of `here`. The means of two palettes are at most as far apart
    as the palettes.
    """
    means = np.einsum("ckn,nk->nc", planes, shares)
    is_row, is_other = (np.isin(np.arange(len(means)), some) for some in (rows, others))
    tree = KDTree(means[others])
    for block in _parts(rows, BLOCK):
        balls = tree.query_ball_point(means[block], reach[block] + ROUNDED)
        here = block.repeat([len(ball) for ball in balls])
        there = others[np.concatenate(balls).astype(int)]
        apart = np.linalg.norm(means[here] - means[there], axis=1)
        # A pair that is to be told from both sides is looked at once, if both find it.
        both = is_row[there] & is_other[here]
        found = (apart <= reach[here]) & (here != there)
        once = ~both | (here < there) | (apart > reach[there])
        for part in _parts(np.flatnonzero(found & once), PAIRS):
            here_of, there_of, mutual = here[part], there[part], both[part]
            farthest = np.where(mutual, np.maximum(reach[here_of], reach[there_of]), reach[here_of])
            distances = _distances_within(planes, shares, here_of, there_of, farthest)
            within = distances <= reach[here_of]
            yield here_of[within], there_of[within], distances[within]
            within = mutual & (distances <= reach[there_of])
            yield there_of[within], here_of[within], distances[within]


def _parts(values, size):
    return [values[start : start + size] for start in range(0, len(values), size)]


def _distances_within(planes, shares, here, there, farthest):
    """Return the earth mover's distances of pairs, inf for those that are beyond `farthest`."""
    # From whichever side a pair is looked at, its distance is the same to the bit.
    one, other = np.minimum(here, there), np.maximum(here, there)
    costs = _costs(planes, one, other)
    near = _relaxed(costs, shares[one], shares[other]) <= farthest
    distances = np.full(len(near), np.inf)
    distances[near] = earth_movers_distances(
        costs[:, :, near], shares[one[near]], shares[other[near]]
    )
    return distances


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
