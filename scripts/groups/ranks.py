"""What of chance is as large as what was seen: permutation tests of several series at once."""

import numpy as np
from scipy.stats import rankdata

EQUAL = 1e-9
"""Within which two statistics count as equal, however they were added up."""


def standard_ranks(values):
    """Return the ranks of `values` (n x s) in each column, with mean 0 and standard deviation 1.

    Equal values share their mean rank, and where all are equal it is 0. Ranks make all series
    alike, and none of them hangs on a few paintings (Wilcoxon, "Individual comparisons by ranking
    methods", 1945).
    """
    ranks = rankdata(values, axis=0)
    spread = ranks.std(axis=0)
    return (ranks - ranks.mean(axis=0)) / np.where(spread > 0, spread, np.inf)


def chance_of(seen, largest):
    """Return the part of chances that have a statistic as large, in any series, as each `seen` (s).

    `largest` (r) is the largest one of each chance: so all series count as one test (Westfall and
    Young, "Resampling-based multiple testing", 1993). What was seen is one of the chances, so that
    none is 0 (Phipson and Smyth, "Permutation p-values should never be zero", 2010).
    """
    as_large = largest[:, None] >= seen - EQUAL
    return (as_large.sum(axis=0) + 1) / (len(largest) + 1)
