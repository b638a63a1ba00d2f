"""A map on which paintings whose palettes are alike lie close."""

from hashlib import sha256

import numpy as np
from sklearn import __version__ as sklearn_version
from sklearn.manifold import TSNE
from sklearn.neighbors import KNeighborsRegressor
from threadpoolctl import threadpool_limits  # one thread adds up in one order: the same bytes

from scripts.common.files import write_json
from scripts.page.kept import keep, kept_beside, read_kept
from scripts.page.similarity import profile, read_palettes

MAPPED = 2_000  # paintings that t-SNE places


def make_map(path_to_palettes_k, path_to_output, *, code):
    """Write a place for each painting by its palette, in the order of the images.

    The output is a JSON list of [x, y], both from 0 to 1, to 4 digits. What t-SNE found is kept: if
    the paintings that it places are the same, and so is the `code`, it has nothing to do.
    """
    ids, colours, shares = read_palettes(path_to_palettes_k)
    with threadpool_limits(1):
        kept = kept_beside(path_to_output)
        vectors = profile(colours, shares)
        places = positions(vectors, ids, kept, f"{code} {sklearn_version}", mapped=MAPPED)
    write_json(path_to_output, [[round(float(value), 4) for value in place] for place in places])


def positions(profiles, ids, kept, made_by, *, mapped):
    """Return a place (n x 2) for each painting, both coordinates from 0 to 1, like ones close.

    t-SNE places up to `mapped` of them, and each other lies amid its four likest. Which these are
    depends on their `ids` alone, as if drawn by lot: a painting more or less changes one of them at
    most. For `kept` and `made_by` see kept.py.
    """
    if len(profiles) < 3:
        return np.column_stack([np.linspace(0, 1, len(profiles)), np.full(len(profiles), 0.5)])
    vectors = profiles.reshape(len(profiles), -1)
    if np.ptp(vectors, axis=0).max() < 1e-9:
        return np.full((len(vectors), 2), 0.5)
    lots = [sha256(image.encode()).digest() for image in ids]
    taken = np.array(sorted(sorted(range(len(ids)), key=lots.__getitem__)[:mapped]))
    places = _placed_by_tsne(vectors[taken], kept, made_by)
    if len(taken) < len(vectors):
        amid = KNeighborsRegressor(n_neighbors=4, weights="distance").fit(vectors[taken], places)
        places = amid.predict(vectors)
    low, high = places.min(axis=0), places.max(axis=0)
    return (places - low) / np.where(high > low, high - low, 1)


def _placed_by_tsne(vectors, kept, made_by):
    known = read_kept(kept, made_by)
    if known and np.array_equal(known["vectors"], vectors):
        return known["places"]
    # With perplexity 30, angle 0.8 and 500 iterations as many neighbours of 3,000 paintings were
    # among the 16 nearest on the map (39 of 100), in 1.5 times as long.
    tsne = TSNE(
        init="pca",
        perplexity=min(15, (len(vectors) - 1) / 3),
        angle=1.0,
        max_iter=350,
        random_state=0,
        n_jobs=1,
    )
    places = tsne.fit_transform(vectors)
    keep(kept, made_by, vectors=vectors, places=places)
    return places
