"""Groups that were found and groups of a person in, how well they agree out."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

Pair = tuple[str, str]
Groups = Sequence[Collection[str]]

LARGE = 3  # documents of a story of which it is asked how much of it one group has


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
    """Shares, 0..1. precision, recall: of pairs of documents; the b_ ones: B-cubed (Bagga and Baldwin 1998).

    covered: of a person's stories of three documents and more, the largest part that one group has, in the mean; pure:
    how much of that group belongs to the story.
    """

    right: int
    wrong: int
    missed: int
    b_precision: float
    b_recall: float
    covered: float
    pure: float

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
        b_cubed = f"P {self.b_precision:.3f} R {self.b_recall:.3f} F1 {self.b_f1:.3f}"
        return f"pairs {pairs}, B-cubed {b_cubed}, covered {self.covered:.3f} pure {self.pure:.3f}"


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
    precision, recall, covered, pure = [], [], [], []
    for week, groups in found:
        ours, theirs = _pairs(groups) - week.doubtful, _pairs(week.stories) - week.doubtful
        counts.update(right=len(ours & theirs), wrong=len(ours - theirs), missed=len(theirs - ours))
        for id in week.documents:
            mine, wanted = _with(id, ours), _with(id, theirs)
            precision.append(len(mine & wanted) / len(mine))
            recall.append(len(mine & wanted) / len(wanted))
        for story in week.stories:
            if len(story) >= LARGE:
                inside, others = _largest(story, groups, week.doubtful)
                covered.append(inside / len(story))
                pure.append(inside / (inside + others))
    return Score(
        counts["right"],
        counts["wrong"],
        counts["missed"],
        _mean(precision),
        _mean(recall),
        _mean(covered),
        _mean(pure),
    )


def _largest(story: Collection[str], groups: Groups, doubtful: Collection[Pair]) -> tuple[int, int]:
    """Documents of the story in the group that has most of them, and others that do not belong there without doubt."""
    parts = [(set(group) & set(story), set(group) - set(story)) for group in groups]
    inside, beside = max(parts, key=lambda each: (len(each[0]), -len(each[1])), default=(set(), set()))
    if len(inside) < 2:
        return 1, 0
    others = [id for id in beside if not any((min(id, each), max(id, each)) in doubtful for each in inside)]
    return len(inside), len(others)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0


def _pairs(groups: Groups) -> set[Pair]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _with(id: str, pairs: Iterable[Pair]) -> set[str]:
    """The document and those that are paired with it."""
    return {id, *(other for pair in pairs if id in pair for other in pair)}


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
