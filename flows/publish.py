"""One period's statistics go in, one issue comes out: a folder in reports/ and a row in the warehouse."""

import json
import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from prefect import flow

from flows.clock import VERSION, Moment, moment, run_name, this_run
from flows.rulings import keep_rulings, ruled
from flows.settings import Settings, shaping
from tasks.briefing.periods import earlier_periods, period_of
from tasks.errors import BroadsheetError, OlderSnapshot
from tasks.publish import choose_members, gather, print_issue
from tasks.records import Briefing, Issue, Period
from tasks.warehouse.connection import Warehouse, open_warehouse
from tasks.warehouse.runs import Run
from tasks.warehouse.writes import commit_issue

log = logging.getLogger("broadsheet")

COMPARED = {"daily": 28}  # periods looked back on at least, however few are shown: four of each day of the week


@dataclass(frozen=True, slots=True)
class Published:
    """An issue. pdf: its path; printed: whether it was printed now or stood there already with the same documents."""

    name: str
    number: int
    pdf: Path
    printed: bool


@flow(name="publish", flow_run_name=run_name, description=__doc__)
def publish(
    settings: Settings, now: datetime | None = None, issue: str | None = None, ingested: str | None = None
) -> Published:
    """Print the issue of a period, unless it stands there with the same documents.

    now: the moment of the run, if it is not to be the clock's. issue: print this filed issue, by number or name, again
    from its own snapshot. ingested: the run whose documents say which period is meant where settings.as_of does not.
    """
    began = moment(settings, now)
    if issue is not None:
        return _reprint(settings, issue)
    run = this_run("publish", began)
    with open_warehouse(settings.warehouse, memory=settings.memory) as warehouse:
        period = _period(warehouse, settings, began, ingested)
        keep_rulings(warehouse, settings, run)
        return warehouse.settle(lambda since: _publish(warehouse, settings, began, run, period, since), run.id)


def _publish(
    warehouse: Warehouse, settings: Settings, began: Moment, run: Run, period: Period, since: int
) -> Published:
    standing = choose_members(warehouse, period)
    pdf = Path(settings.reports) / period.name / "briefing.pdf"
    shaped = shaping(settings) | {"rulings": ruled(warehouse)}
    if standing.number is not None and standing.members == standing.printed and standing.rulings == shaped["rulings"]:
        log.info("Issue %d, %s, has nothing new.", standing.number, period.name)
        if pdf.exists():
            return Published(period.name, standing.number, pdf, printed=False)
        with suppress(OlderSnapshot):  # what cannot be printed again is printed anew, from the warehouse as it is
            return _reprint(settings, period.name)
    number = standing.number if standing.number is not None else warehouse.rows("last_number")[0][0] + 1
    issue = Issue(
        number, period.name, period.cadence, period.start, period.end, settings.timezone, warehouse.snapshot(),
        began.now.astimezone(settings.zone), VERSION,
    )  # fmt: skip
    briefing, pdf = _print(settings, issue, standing.members, shaped)
    commit_issue(warehouse, run, issue, standing.members, briefing.stories, shaped, since)
    log.info("Issue %d, %s, is printed.", number, period.name)
    return Published(period.name, number, pdf, printed=True)


def _reprint(settings: Settings, wanted: str) -> Published:
    with open_warehouse(settings.warehouse, memory=settings.memory) as warehouse:
        prints = warehouse.rows("issue_named", name=wanted)
    if not prints:
        raise BroadsheetError(f"There is no issue {wanted} in {settings.warehouse}: see `broadsheet status`.")
    *particulars, members, shaped = prints[0]
    issue = Issue(*particulars)
    there = replace(issue, printed=issue.printed.astimezone(ZoneInfo(issue.timezone)))
    _, pdf = _print(settings, there, members, json.loads(shaped))
    return Published(there.name, there.number, pdf, printed=True)


def _print(settings: Settings, issue: Issue, members: Any, shaped: dict[str, str]) -> tuple[Briefing, Path]:
    """Gather and render from the snapshot that the issue names, so that it can be printed again the same."""
    period = Period(issue.cadence, issue.name, issue.start, issue.end)
    earlier = earlier_periods(period, max(int(shaped["history"]), COMPARED.get(issue.cadence, 0)))
    with open_warehouse(settings.warehouse, issue.snapshot, settings.memory) as then:
        briefing = gather(then, issue, earlier, members, shaped)
    return briefing, print_issue(briefing, settings.reports)


def _period(warehouse: Warehouse, settings: Settings, began: Moment, ingested: str | None) -> Period:
    """The period that is meant: that of settings.as_of; else of the newest document just taken in, unless its issue is
    out already; else of the newest document of all; else of today."""
    [(newest, fresh)] = warehouse.rows("newest_day", run=ingested or "")
    [(first,)] = warehouse.rows("first_day")
    if settings.as_of is not None:
        return period_of(settings.as_of, settings.cadence, first)
    if fresh is not None:
        period = period_of(fresh, settings.cadence, first)
        if not warehouse.rows("issue_named", name=period.name):
            return period
    day: date = newest or began.today
    return period_of(day, settings.cadence, first)
