"""A Briefing in, its timeline out: what happened before the issue's period, in it, and what is to come."""

from collections.abc import Mapping

from tasks.briefing.dates import days, shown
from tasks.briefing.examples import LONGEST
from tasks.briefing.pieces import Reference
from tasks.briefing.plain import printable
from tasks.briefing.rows import MomentRow, MomentTable
from tasks.briefing.wording import counted, number, unit
from tasks.records import BriefedMoment, Briefing

DATES = 10  # of each part
WITHIN = 2  # sentences of one date
MONTH = 31  # days, at most

Parts = dict[str, list[BriefedMoment]]


def moment_tables(briefing: Briefing, known: Mapping[str, Reference]) -> tuple[MomentTable, ...]:
    """The parts of the timeline that have something to show, each in order of time."""
    titles = {"before": "Before", "within": f"In this {unit(briefing.issue.cadence)}", "ahead": "To come"}
    tables = []
    for part, moments in _parts(briefing).items():
        chosen = _chosen(moments)
        left = len({each.date for each in moments} - {each.date for each in chosen})
        rows = tuple(
            MomentRow(
                "" if place and chosen[place - 1].date == each.date else shown(each.date),
                printable(each.sentence, longest=LONGEST + 8),
                known.get(each.document),
                f"told of in {counted(each.documents, 'document')}" if each.documents > 1 else "",
            )
            for place, each in enumerate(chosen)
        )
        more = f"and {number(left)} more {'date' if left == 1 else 'dates'} in briefing.json" if left else ""
        if rows:
            tables.append(MomentTable(titles[part], rows, more))
    return tuple(tables)


def cited_by_timeline(briefing: Briefing) -> set[str]:
    """The ids of the documents that the page names beside the dates."""
    return {each.document for moments in _parts(briefing).values() for each in _chosen(moments)}


def _parts(briefing: Briefing) -> Parts:
    """Moments by whether they end before the issue's period, begin after it, or touch it."""
    parts: Parts = {"before": [], "within": [], "ahead": []}
    for each in briefing.timeline:
        span = days(each.date)
        if span is None:
            continue
        part = "before" if span[1] < briefing.issue.start else "ahead" if span[0] > briefing.issue.end else "within"
        parts[part].append(each)
    return parts


def _chosen(moments: list[BriefedMoment]) -> list[BriefedMoment]:
    """Those of the dates that most documents tell of, in order of time; of each date a sentence or two.

    A day counts more than a month, and a month more than a year, of which every document tells something.
    """
    weight = {each.date: each.documents * _precision(each.date) for each in moments}
    dates = sorted(weight, key=lambda value: (-weight[value], value))[:DATES]
    kept: list[BriefedMoment] = []
    for value in sorted(dates, key=lambda value: (days(value), value)):
        kept += [each for each in moments if each.date == value][:WITHIN]
    return kept


def _precision(value: str) -> int:
    """How much a date tells of when: 4 for a day, 2 for up to a month, else 1."""
    span = days(value)
    length = (span[1] - span[0]).days if span else MONTH
    return 4 if length == 0 else 2 if length < MONTH else 1
