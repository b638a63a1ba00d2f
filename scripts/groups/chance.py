"""Numbers drawn by chance that are the same on every machine, and on the page (chance.js).

Those of a stream are known by their places in it, so that many are made at once.
"""

import numpy as np

ROUNDS = 1_000
"""How often a group is drawn anew, and how often paintings are shuffled."""
AT_ONCE = 2**21  # numbers
GOLDEN = 0x9E3779B9  # 2^32 by the golden ratio


def numbers(stream, start, count):
    """Return the numbers `start` to `start + count` of a stream, uint32: SplitMix.

    Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014), in 32 bits with
    the mixer of Wellons's hash prospector.
    """
    [first] = _mixed(np.array([stream % 2**32], dtype=np.uint32))
    places = np.arange(start + 1, start + count + 1, dtype=np.uint64)
    return _mixed((first + places * GOLDEN).astype(np.uint32))


def resamples(stream, size, rounds=ROUNDS):
    """Yield arrays (some rounds x size) of places 0 to size - 1, drawn with replacement."""
    for start, stop in _blocks(rounds, size):
        drawn = numbers(stream, start * size, (stop - start) * size)
        yield _below(drawn, size).reshape(stop - start, size)


def shuffles(stream, size, taken, rounds=ROUNDS):
    """Yield arrays (some rounds x taken) of places 0 to size - 1, drawn without replacement.

    Fisher and Yates's shuffle, until as many as are taken have their place.
    """
    for start, stop in _blocks(rounds, size):
        drawn = numbers(stream, start * taken, (stop - start) * taken).reshape(-1, taken)
        order = np.tile(np.arange(size, dtype=np.int32), (stop - start, 1))
        rows = np.arange(stop - start)
        for place in range(taken):
            other = place + _below(drawn[:, place], size - place)
            kept = order[rows, other]
            order[rows, other] = order[:, place]
            order[:, place] = kept
        yield order[:, :taken]


def _mixed(values):
    values = values ^ (values >> np.uint32(16))
    values = values * np.uint32(0x21F0AAAD)
    values = values ^ (values >> np.uint32(15))
    values = values * np.uint32(0x735A2D97)
    return values ^ (values >> np.uint32(15))


def _below(drawn, bound):
    """Return uint32 numbers as whole numbers from 0 to `bound` - 1."""
    return ((drawn.astype(np.uint64) * np.uint64(bound)) >> np.uint64(32)).astype(np.int64)


def _blocks(rounds, size):
    step = max(1, AT_ONCE // max(1, size))
    return [(start, min(start + step, rounds)) for start in range(0, rounds, step)]
