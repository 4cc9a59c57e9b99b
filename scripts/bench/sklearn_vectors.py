"""scikit-learn's side of the comparison: sample, dimensions, k, seeds, starts."""

import json
import resource
import sys
import time
import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

NEIGHBOURS = 10
ROWS_AT_ONCE = 512


def read_sample(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            paper = json.loads(line)
            yield f"{paper['title']} {paper['abstract']}"


def nearest(rows, most):
    found = []
    for first in range(0, len(rows), ROWS_AT_ONCE):
        scores = rows[first : first + ROWS_AT_ONCE] @ rows.T
        best = np.argpartition(-scores, most, axis=1)[:, :most]
        order = np.argsort(-np.take_along_axis(scores, best, axis=1), axis=1, kind="stable")
        found.extend(np.take_along_axis(best, order, axis=1).tolist())
    return found


def main(path, dimensions, k, seeds, starts):
    warnings.filterwarnings("ignore")
    texts = list(read_sample(path))
    seconds = {}
    last = time.perf_counter()

    def lap(stage):
        nonlocal last
        now = time.perf_counter()
        seconds[stage] = seconds.get(stage, 0) + now - last
        last = now

    vectorizer = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=5, max_df=0.5)
    matrix = vectorizer.fit_transform(texts)
    lap("TF-IDF")
    runs, neighbours = [], None
    for seed in range(1, seeds + 1):
        rows = normalize(TruncatedSVD(dimensions, random_state=seed).fit_transform(matrix))
        lap("SVD")
        clusters = KMeans(k, n_init=starts, random_state=seed).fit(rows)
        lap("k-means")
        runs.append(clusters.labels_.tolist())
        if seeds > 1 and neighbours is None:
            neighbours = nearest(rows, NEIGHBOURS + 1)
    report = {
        "seconds": seconds,
        "numbers": {"terms": matrix.shape[1], "entries": matrix.nnz},
        "peakRssMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    if neighbours is not None:
        report.update(runs=runs, neighbours=neighbours)
    print(json.dumps(report))


main(sys.argv[1], *map(int, sys.argv[2:]))
