"""A Briefing in, what changed since the periods before it out: words and names that are new, risen, fallen or gone."""

import re
from collections.abc import Mapping, Sequence

from tasks.briefing.passages import passage
from tasks.briefing.pieces import Reference
from tasks.briefing.plain import printable
from tasks.briefing.rows import TrendRow, TrendTable
from tasks.briefing.sparklines import sparkline
from tasks.briefing.wording import counted, listed, more, noun, number, quoted, spelled, unit
from tasks.records import BriefedTrend, Briefing, TrendKind

LIMITS: Mapping[TrendKind, int] = {"new": 12, "risen": 12, "fallen": 8, "gone": 8}  # rows of each
STANDS_FOR = 0.5  # share of a word's uses from which a name that has the word stands for it

_TITLES: Mapping[TrendKind, str] = {"new": "New", "risen": "Risen", "fallen": "Fallen", "gone": "Gone"}
_MORE: tuple[TrendKind, ...] = ("new", "risen")
_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "NORP": "people, faith or party"}


def told_once(trends: Sequence[BriefedTrend], aliases: Mapping[str, Sequence[str]]) -> list[BriefedTrend]:
    """The changes, the most surprising first, without the words that only are a part of a name that changed likewise.

    aliases: by the id of an entity, the other ways it is written. "Orlando" the word goes for Orlando the place, and
    "Mateen" for Omar Mateen, who comes where the more surprising of the two would; "state" in small letters, and a word
    with more than twice the uses of the name, stay. The order of `trends` counts only among equals.
    """
    names = [trend for trend in trends if trend.id]
    ranks = {name.id: abs(name.surprise) for name in names}
    kept = []
    for trend in trends:
        owner = None if trend.id else _owner(trend, names, aliases)
        if owner:
            ranks[owner.id] = max(ranks[owner.id], abs(trend.surprise))
        else:
            kept.append(trend)
    return sorted(kept, key=lambda trend: -(ranks[trend.id] if trend.id else abs(trend.surprise)))


def _owner(
    word: BriefedTrend, names: Sequence[BriefedTrend], aliases: Mapping[str, Sequence[str]]
) -> BriefedTrend | None:
    """The most used name that the word is a part of, if there is one."""
    if word.term == word.term.lower():
        return None
    owners = [
        name
        for name in names
        if (name.change in _MORE) == (word.change in _MORE)
        and word.term.casefold() in _parts([name.term, *aliases.get(name.id, ())])
        and _size(name) >= STANDS_FOR * _size(word)
    ]
    return max(owners, key=lambda name: (_size(name), name.id), default=None)


def _parts(surfaces: Sequence[str]) -> set[str]:
    whole = {surface.casefold() for surface in surfaces}
    return whole | {part for surface in whole for part in re.split(r"[\s-]+", surface)}


def _size(trend: BriefedTrend) -> float:
    """Uses: those counted, or those that were expected of what is fewer."""
    return max(trend.count, trend.expected)


def leading_changes(briefing: Briefing) -> dict[TrendKind, list[BriefedTrend]]:
    """The changes that the pages can show, by kind, each told once; not yet cut to their limits."""
    aliases = {entity.id: entity.aliases for entity in briefing.entities}
    once = told_once(briefing.trends, aliases)
    return {kind: [trend for trend in once if trend.change == kind] for kind in LIMITS}


def cited_by_changes(briefing: Briefing) -> set[str]:
    """The ids of the documents whose sentences stand in the tables."""
    shown = leading_changes(briefing)
    return {trend.document for kind in _MORE for trend in shown[kind][: LIMITS[kind]] if trend.document}


def trend_tables(briefing: Briefing, known: Mapping[str, Reference]) -> tuple[TrendTable, ...]:
    """What is new, risen, fallen and gone, as far as there is any of it."""
    written = {word.term: word.forms for word in briefing.words}
    written |= {entity.id: entity.aliases for entity in briefing.entities}
    tables = []
    for kind, found in leading_changes(briefing).items():
        rows = tuple(_row(trend, written.get(trend.id or trend.term, ()), known) for trend in found[: LIMITS[kind]])
        if rows:
            tables.append(TrendTable(kind, _TITLES[kind], rows, more(len(found), len(rows)), kind in _MORE))
    return tuple(tables)


def _row(trend: BriefedTrend, forms: Sequence[str], known: Mapping[str, Reference]) -> TrendRow:
    rising = trend.change in _MORE
    return TrendRow(
        term=printable(trend.term),
        kind="country" if trend.id.startswith("country:") else _KINDS.get(trend.kind, ""),
        count=number(trend.count),
        expected=f"{_expected(trend.expected)}, "
        f"{f'at most {number(trend.high)}' if rising else f'at least {number(trend.low)}'}",
        trend=sparkline(trend.trend, (trend.low, trend.high)),
        passage=passage(trend.sentence, [trend.term, *forms], known.get(trend.document)) if rising else None,
    )


def _expected(uses: float) -> str:
    """Expected uses, one place behind the point below ten."""
    if uses < 0.1:
        return "<0.1"
    return f"{uses:.1f}" if round(uses, 1) < 10 else number(round(uses))


def change_point(briefing: Briefing) -> str:
    """The main point on what changed: what rose most and what is new; "" where neither did."""
    found = leading_changes(briefing)
    risen, new = found["risen"][:3], [_named(trend) for trend in found["new"][:3]]
    clauses = []
    if risen:
        first, others = risen[0], [_named(trend) for trend in risen[1:]]
        clauses.append(
            f"{_named(first)} {'is named' if first.id else 'is used'} {counted(first.count, 'time')}, "
            f"where {spelled(first.high)} at most would be expected by the {unit(briefing.issue.cadence)}s before"
        )
        clauses += [f"{listed(others)} {noun(len(others), 'has', 'have')} risen too"] if others else []
    if new:
        among = ", among others" if len(found["new"]) > len(new) else ""
        clauses.append(f"{listed(new)} {noun(len(new), 'is', 'are')} new{among}")
    return f"{'; '.join(clauses)}." if clauses else ""


def _named(trend: BriefedTrend) -> str:
    return printable(trend.term) if trend.id else quoted(printable(trend.term))
