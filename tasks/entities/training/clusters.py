"""Raw text -> the table of word clusters: words that are used alike have one number.

Not needed to run anything: `PYTHONHASHSEED=0 python -m tasks.entities.training.clusters ../shared` in an environment
that also has gensim and scikit-learn writes the table again, in about four minutes. Vectors are learnt by skip-gram
(Mikolov et al. 2013) on one thread with a fixed seed, so that the same text gives the same table on the same machine.
"""

import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from tasks.entities.tokens import words
from tasks.entities.training.corpora import gmb, held_out
from tasks.text.sentences import sentences

WORDS = 40_000
CLUSTERS = (80, 320, 1500)  # coarse, middle, fine
_TARGET = Path(__file__).parents[1] / "data" / "clusters.tsv"
_DIGIT = re.compile(r"\d")


def sentences_of(shared: Path) -> Iterator[list[str]]:
    """Give the words of the sentences of all raw text below `shared`, but for the held-out articles."""
    folders = [shared / "corpora" / name for name in ("election", "digitalgov")]
    folders += [shared / "ner" / "worldwide" / "articles", shared / "corpora" / "releases"]
    for path in (path for folder in folders for path in sorted(folder.iterdir())):
        if path.parent.name == "articles" and held_out(path.name):
            continue
        text = path.read_text("utf-8", "replace")
        for start, end in sentences(text):
            yield words(text[start:end])
    for document in gmb(shared / "ner" / "gmb"):
        for start, end in document.sentences:
            yield words(document.text[start:end])


def _vectors(shared: Path) -> tuple[list[str], Any]:
    """Give the commonest words and their vectors of length one."""
    word2vec = import_module("gensim.models").Word2Vec
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as raw:
        raw.writelines(_DIGIT.sub("0", " ".join(line)) + "\n" for line in sentences_of(shared))
        raw.flush()
        settings = {"vector_size": 64, "window": 3, "sg": 1, "negative": 5, "min_count": 8, "sample": 1e-4}
        learnt = word2vec(corpus_file=raw.name, workers=1, epochs=3, seed=1, **settings).wv
    return learnt.index_to_key[:WORDS], learnt.get_normed_vectors()[:WORDS]


def write(shared: Path) -> None:
    """Write the table: coarse cluster, middle cluster, and the words of one fine cluster a row."""
    k_means = import_module("sklearn.cluster").KMeans
    normalize = import_module("sklearn.preprocessing").normalize
    vocabulary, vectors = _vectors(shared)
    coarse, middle, fine = CLUSTERS
    of_words = k_means(fine, n_init=1, max_iter=30, random_state=1).fit(vectors)
    of_fine = k_means(middle, n_init=3, random_state=1).fit(normalize(of_words.cluster_centers_))
    of_middle = k_means(coarse, n_init=3, random_state=1).fit(normalize(of_fine.cluster_centers_))
    members: dict[int, list[str]] = defaultdict(list)
    for word, cluster in zip(vocabulary, of_words.labels_, strict=True):
        members[cluster].append(word)
    rows = sorted((of_middle.labels_[of_fine.labels_[c]], of_fine.labels_[c], sorted(ws)) for c, ws in members.items())
    head = (
        "# Word clusters (coarse, middle, words): k-means over word vectors; by tasks/entities/training/clusters.py.\n"
    )
    _TARGET.write_text(head + "".join(f"{a}\t{b}\t{' '.join(ws)}\n" for a, b, ws in rows), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
