"""How well articles are put into stories, beside other ways of doing it, against groups that a person made by reading.

    PYTHONPATH=. .venv/bin/python tests/benchmarks/stories.py [ARTICLES] [--gold FILE] [--half tuning|"held out"]

ARTICLES: a folder of text files named publisher_date_slug.txt. The articles of a week are weighed against all that are
dated up to its end. Our thresholds are also chosen for each week by the other weeks, which shows what they are worth on
weeks that had no part in the choice. Other ways are given the threshold that is best for them on the very weeks that
are scored.
"""

import argparse
import hashlib
import importlib
import importlib.util
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage  # type: ignore[import-untyped]
from scipy.spatial.distance import squareform  # type: ignore[import-untyped]

from tasks.stories.grouping import group
from tasks.stories.linking import LINKING, Linking
from tasks.stories.similarity import similar
from tasks.stories.weights import UNIT, WEIGHING, Counted, Profile, Weighing, background, profiles
from tests.benchmarks.product import CORPORA
from tests.stories.reading import article, documents, general, heads_of, week
from tests.stories.scoring import Groups, Score, Week, score, weeks

GOLD = Path(__file__).parents[1] / "cases" / "election_stories.json"
THRESHOLDS = [round(0.04 + 0.01 * step, 2) for step in range(40)]
PLAIN = Weighing(strongest=4_000, prior=0, rarest=1e-9, entity=0.0, lead=0, title=0)
PRECISE = 0.8  # of pairs, on the weeks by which thresholds are chosen

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A week by a person and its profiles."""

    week: Week
    profiles: tuple[Profile, ...]


def counted(folder: Path) -> tuple[dict[str, Counted], dict[str, float]]:
    """The articles of a folder, by the first 16 digits of the SHA-256 of their bytes, and the general list for them."""
    read = documents(folder, date(2016, 12, 31), [each.name for each in folder.glob("*.txt")])
    heads = heads_of(read)
    found = {}
    for document in read:
        digest = hashlib.sha256((folder / document.source.path).read_bytes()).hexdigest()[:16]
        found[digest] = article(document, digest, heads).counted
    return found, dict(general(heads))


def weighed(
    all_weeks: Sequence[Week], articles: Mapping[str, Counted], common: Mapping[str, float], weighing: Weighing
) -> list[Weighed]:
    """The profiles of each week, against all articles up to its end."""
    found = []
    for each in all_weeks:
        known = background([one for one in articles.values() if week(one.dated) <= each.name], common)
        found.append(Weighed(each, profiles([articles[id] for id in each.documents], known, weighing)))
    return found


def ours(linking: Linking, found: Sequence[Weighed]) -> Score:
    """The score of our groups."""
    return score((each.week, group(each.profiles, linking)) for each in found)


def left_out(found: Sequence[Weighed]) -> Score:
    """The score of each week's groups at the thresholds that do best on the other weeks, of the precise ones there."""
    options = [
        replace(LINKING, threshold=threshold, attaching=attaching)
        for threshold in (0.11, 0.12, 0.125, 0.13, 0.135, 0.14, 0.15, 0.16)
        for attaching in (0.16, 0.18, 0.19, 0.20, 0.22)
    ]
    made = [[(each.week, group(each.profiles, option)) for each in found] for option in options]
    chosen = []
    for place in range(len(found)):
        rest = [score(groups[:place] + groups[place + 1 :]) for groups in made]
        best = max(range(len(options)), key=lambda number: (rest[number].precision >= PRECISE, rest[number].b_f1))
        chosen.append(made[best][place])
    return score(chosen)


def dense(found: Sequence[Profile]) -> Floats:
    """The cosines of all pairs."""
    pairs = similar(found, 0.0)
    matrix = np.eye(len(found))
    matrix[pairs.first, pairs.second] = matrix[pairs.second, pairs.first] = pairs.product / UNIT**2
    return matrix


def by_scipy(method: str) -> Callable[[float, Sequence[Weighed]], Score]:
    """The score of scipy's groups by a linkage, cut at a threshold."""

    def scored(threshold: float, found: Sequence[Weighed]) -> Score:
        return score((each.week, _cut(each.profiles, method, threshold)) for each in found)

    return scored


def by_scikit_learn(threshold: float, found: Sequence[Weighed]) -> Score:
    """The score of scikit-learn's average link without a number of groups."""
    cluster = importlib.import_module("sklearn.cluster")

    def labels(each: Weighed) -> Groups:
        model = cluster.AgglomerativeClustering(
            None, metric="precomputed", linkage="average", distance_threshold=1 - threshold
        )
        return _groups(each.profiles, model.fit_predict(np.clip(1 - dense(each.profiles), 0, None)))

    return score((each.week, labels(each)) for each in found)


def _cut(found: Sequence[Profile], method: str, threshold: float) -> Groups:
    apart = np.clip(1 - dense(found), 0, None)
    np.fill_diagonal(apart, 0)
    return _groups(found, fcluster(linkage(squareform(apart), method), 1 - threshold, "distance"))


def _groups(found: Sequence[Profile], labels: Sequence[int]) -> Groups:
    groups: dict[int, list[str]] = {}
    for each, label in zip(found, labels, strict=True):
        groups.setdefault(int(label), []).append(each.id)
    return [each for each in groups.values() if len(each) > 1]


def best(name: str, scored: Callable[[float, Sequence[Weighed]], Score], found: Sequence[Weighed]) -> None:
    """Print a way of grouping at the threshold that is best for it by B-cubed F1."""
    scores = [(scored(threshold, found), threshold) for threshold in THRESHOLDS]
    top, threshold = max(scores, key=lambda each: each[0].b_f1)
    print(f"{name:<46} at {threshold:.2f}: {top}", flush=True)


def main(arguments: argparse.Namespace) -> None:
    """Print the scores."""
    gold = [each for each in weeks(json.loads(arguments.gold.read_text())) if arguments.half in ("", each.half)]
    began = time.perf_counter()
    articles, common = counted(arguments.ARTICLES)
    read = time.perf_counter()
    found, plain = (weighed(gold, articles, common, weighing) for weighing in (WEIGHING, PLAIN))
    stories = [story for each in gold for story in each.stories if len(story) > 1]
    print(f"{len(articles):,} articles read in {read - began:.0f} s")
    print(
        f"{len(gold)} weeks, {sum(len(each.documents) for each in gold)} articles, {len(stories)} stories of several\n"
    )
    print(f"{'every article alone':<46}         {score((each.week, []) for each in found)}")
    print(f"{'ours':<46}         {ours(LINKING, found)}")
    print(f"{'ours, nothing attached':<46}         {ours(replace(LINKING, attaching=2.0), found)}")
    print(f"{'ours, the week left out of the choice':<46}         {left_out(found)}\n")
    for method in ("single", "complete", "average"):
        best(f"our weights, {method} link by scipy", by_scipy(method), found)
    best("plain tf-idf, average link by scipy", by_scipy("average"), plain)
    best("plain tf-idf, single link by scipy", by_scipy("single"), plain)
    if importlib.util.find_spec("sklearn"):
        best("plain tf-idf, average link by scikit-learn", by_scikit_learn, plain)
    else:
        print("scikit-learn is not here: left out")
    print("\nours by threshold, and by likeness for attaching")
    for threshold in (0.11, 0.12, 0.13, 0.135, 0.14, 0.15, 0.16, 0.18, 0.2):
        print(f"{threshold:.3f} {ours(replace(LINKING, threshold=threshold), found)}")
    for attaching in (0.14, 0.16, 0.18, 0.19, 0.2, 0.22, 0.25, 0.3):
        print(f"{attaching:.2f} {ours(replace(LINKING, attaching=attaching), found)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ARTICLES", type=Path, nargs="?", default=CORPORA / "election")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--half", default="", choices=["", "tuning", "held out"])
    main(parser.parse_args())
