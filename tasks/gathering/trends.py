"""The words and names of an issue and of the periods before it in, those that are new, risen, fallen or gone out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from tasks.briefing.examples import sentence_at, sentence_with
from tasks.gathering.words import Vocabulary, best_examples, headed
from tasks.records import BriefedTrend, Kind, Period
from tasks.warehouse import facts, terms
from tasks.warehouse.connection import Warehouse
from tasks.words.key_terms import silent
from tasks.words.trends import Trend, trends

MOST = 15  # of each change, of words and of names
LEAST_USES = 8  # in the issue and all periods together, from which a word or a name is followed
LEAST_DOCUMENTS = 2  # in which it must stand to be new or risen, where the issue has so many
SEASONS = {"daily": 7}  # periods after which all is as it was: every Sunday has its services and its scores


@dataclass(frozen=True, slots=True)
class Past:
    """What an issue is compared with. periods: oldest first; shown: how many of them a row of columns shows.

    sizes: words in each of them and, last, in the issue. documents: of the issue. season: periods after which all is as
    it was.
    """

    periods: tuple[Period, ...]
    shown: int
    sizes: tuple[int, ...]
    documents: int
    season: int

    @classmethod
    def of(
        cls, warehouse: Warehouse, period: Period, earlier: Sequence[Period], shown: int, known: Vocabulary
    ) -> "Past":
        """Ask for the sizes of these periods."""
        sizes = (*terms.sizes_of_periods(warehouse, earlier), known.words)
        return cls(tuple(earlier), shown, sizes, len(known.sizes), SEASONS.get(period.cadence, 1))


@dataclass(frozen=True, slots=True)
class _Course:
    """A word or a name: its counts, the issue's last, and in the issue its documents and its uses in the busiest."""

    name: str
    counts: tuple[int, ...]
    documents: int
    busiest: int


def trends_of_words(warehouse: Warehouse, start: date, past: Past, known: Vocabulary) -> tuple[BriefedTrend, ...]:
    """The words that left their expected range, the greatest surprise first. start: of the issue's period."""
    counts = known.now.merge(known.before, on="term", how="outer", suffixes=("", "_before")).fillna(0)
    often = counts["count"] + counts["count_before"] >= LEAST_USES
    followed = counts[often & ~counts["term"].isin(silent(known.language))]["term"]
    terms.choose(warehouse, known.variants(followed))
    series = terms.series(warehouse, past.periods)
    uses = terms.uses(warehouse)
    now = uses.groupby("term")["count"].agg(["sum", "size", "max"]).reindex(followed).fillna(0).astype("int64")
    none = (0,) * len(past.periods)
    courses = [
        _Course(term, (*series.get(term, none), count), documents, busiest)
        for term, count, documents, busiest in now.itertuples(name=None)
    ]
    found = _leading(courses, past)
    terms.choose(warehouse, known.variants(each.term for each in found))
    met = terms.met_before(warehouse, start, known.language)
    before, forms = terms.forms_before(warehouse), terms.forms(warehouse)
    examples = best_examples(uses[uses["term"].isin(forms)], known.sizes)
    texts = facts.counted_texts(warehouse, list(examples.values()))
    return tuple(
        replace(
            _known(each, met),
            term=headed(each.term, forms.get(each.term) or before[each.term]),
            document=examples.get(each.term, ""),
            sentence=sentence_with(texts[examples[each.term]], forms[each.term]) if each.term in forms else "",
        )
        for each in found
    )


def trends_of_names(warehouse: Warehouse, start: date, past: Past) -> tuple[BriefedTrend, ...]:
    """The people, organisations and places that left their expected range, the greatest surprise first."""
    counts: dict[str, dict[str, int]] = {}
    for entity, period, count in warehouse.rows("entities_counted", least=LEAST_USES):
        counts.setdefault(entity, {})[period] = count
    particulars = _particulars(warehouse, list(counts))
    courses = [
        _Course(entity, (*(each.get(p.name, 0) for p in past.periods), each.get("", 0)), *particulars[entity][2:])
        for entity, each in counts.items()
    ]
    found = _leading(courses, past)
    facts.choose_names(warehouse, [each.term for each in found])
    met = facts.named_before(warehouse, start)
    places = facts.telling_mentions(warehouse)
    texts = facts.texts(warehouse, [document for document, _ in places.values()])
    return tuple(
        replace(
            _known(each, met),
            id=each.term,
            term=particulars[each.term][0],
            kind=particulars[each.term][1],
            document=places[each.term][0] if each.term in places else "",
            sentence=sentence_at(texts[places[each.term][0]], places[each.term][1]) if each.term in places else "",
        )
        for each in found
    )


def _particulars(warehouse: Warehouse, entities: Sequence[str]) -> Mapping[str, tuple[str, Kind, int, int]]:
    """Of each entity its name and kind, its documents in the issue and its mentions in the busiest of them."""
    facts.choose_names(warehouse, entities)
    return {entity: tuple(rest) for entity, *rest in warehouse.rows("entities_named")}


def _leading(courses: Sequence[_Course], past: Past) -> list[BriefedTrend]:
    """The courses that left their range, the `MOST` greatest surprises of each change; `term` still is the name."""
    ordered = sorted(courses, key=lambda each: each.name)
    if not ordered:
        return []
    counts = np.array([each.counts for each in ordered], dtype=np.int64)
    followed = trends(counts, np.array(past.sizes, dtype=np.int64), past.season)
    found = [
        _briefed(course, trend, past)
        for course, trend in zip(ordered, followed, strict=True)
        if _tells(course, trend, past)
    ]
    found.sort(key=lambda each: (-abs(each.surprise), each.term))
    kept = ([each for each in found if each.change == change][:MOST] for change in ("new", "risen", "fallen", "gone"))
    return [each for group in kept for each in group]


def _tells(course: _Course, trend: Trend, past: Past) -> bool:
    """Whether a course has left its range by more than the doing of one document.

    Without the document that has it most it must still be in the upper half of its range, and more than expected: above
    the range altogether, two in three of the events that a week was known for were lost with the noise.
    """
    if trend.change in ("new", "risen"):
        least = min(LEAST_DOCUMENTS, past.documents)
        elsewhere = course.counts[-1] - course.busiest
        alone = past.documents > 1 and elsewhere <= max(trend.expected, trend.high / 2)
        return course.documents >= least and not alone
    return trend.change != "steady"


def _briefed(course: _Course, trend: Trend, past: Past) -> BriefedTrend:
    assert trend.change != "steady"
    return BriefedTrend(
        id="", term=course.name, kind="", change=trend.change, count=course.counts[-1], documents=course.documents,
        expected=trend.expected, low=trend.low, high=trend.high, surprise=trend.surprise,
        trend=course.counts[-past.shown - 1 :],
    )  # fmt: skip


def _known(found: BriefedTrend, met: frozenset[str]) -> BriefedTrend:
    """What an older document than the periods shown had is not new: it has risen."""
    return replace(found, change="risen") if found.change == "new" and found.term in met else found
