"""Groups that were found and groups of a person in, how well they agree out."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

Pair = tuple[str, str]
Groups = Sequence[Collection[str]]


@dataclass(frozen=True, slots=True)
class Week:
    """A week's stories by a person, single documents among them, and the pairs that are not to be scored."""

    name: str
    half: str
    stories: tuple[tuple[str, ...], ...]
    doubtful: frozenset[Pair]

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(sorted(id for story in self.stories for id in story))


@dataclass(frozen=True, slots=True)
class Score:
    """Shares, 0..1. precision, recall: of pairs of documents; the b_ ones: B-cubed (Bagga and Baldwin 1998)."""

    right: int
    wrong: int
    missed: int
    b_precision: float
    b_recall: float

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        return _harmonic(self.precision, self.recall)

    @property
    def b_f1(self) -> float:
        return _harmonic(self.b_precision, self.b_recall)

    def __str__(self) -> str:
        pairs = f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f} ({self.right} right, {self.wrong} wrong)"
        return f"pairs {pairs}, B-cubed P {self.b_precision:.3f} R {self.b_recall:.3f} F1 {self.b_f1:.3f}"


def weeks(gold: dict[str, list[dict[str, object]]]) -> list[Week]:
    """The weeks of the file of cases."""
    return [
        Week(
            name=str(each["week"]),
            half=str(each["half"]),
            stories=tuple(tuple(story["documents"]) for story in each["stories"]),  # type: ignore[attr-defined]
            doubtful=frozenset((min(pair), max(pair)) for pair in each["doubtful"]),  # type: ignore[attr-defined]
        )
        for each in gold["weeks"]
    ]


def score(found: Iterable[tuple[Week, Groups]]) -> Score:
    """Score the groups found in some weeks, all pairs and documents together; doubtful pairs do not exist."""
    counts: Counter[str] = Counter()
    precision, recall = [], []
    for week, groups in found:
        ours, theirs = _pairs(groups) - week.doubtful, _pairs(week.stories) - week.doubtful
        counts.update(right=len(ours & theirs), wrong=len(ours - theirs), missed=len(theirs - ours))
        for id in week.documents:
            mine, wanted = _with(id, ours), _with(id, theirs)
            precision.append(len(mine & wanted) / len(mine))
            recall.append(len(mine & wanted) / len(wanted))
    return Score(
        counts["right"], counts["wrong"], counts["missed"], sum(precision) / len(precision), sum(recall) / len(recall)
    )


def _pairs(groups: Groups) -> set[Pair]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _with(id: str, pairs: Iterable[Pair]) -> set[str]:
    """The document and those that are paired with it."""
    return {id, *(other for pair in pairs if id in pair for other in pair)}


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
