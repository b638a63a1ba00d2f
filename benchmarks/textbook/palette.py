import json

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans

pixels = pd.read_parquet(snakemake.input[0]).to_numpy()
found = KMeans(int(snakemake.wildcards.k), n_init=10, random_state=0).fit(pixels)
shares = np.bincount(found.labels_) / len(pixels)
colours = sorted(
    zip(shares.tolist(), found.cluster_centers_.round().tolist(), strict=True), reverse=True
)
with open(snakemake.output[0], "w") as file:
    json.dump([{"share": share, "rgb": rgb} for share, rgb in colours], file)
