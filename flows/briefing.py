"""The main job: the inbox goes in, a printed issue comes out. Ingest, analyse, publish, in this order."""

import logging
from dataclasses import dataclass
from datetime import datetime

from prefect import flow
from prefect.artifacts import create_link_artifact, create_table_artifact

from flows.analyse import analyse
from flows.clock import moment, run_name
from flows.ingest import ingest
from flows.publish import Published, publish
from flows.rulings import checked
from flows.settings import Settings
from tasks.records import Taken

log = logging.getLogger("broadsheet")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to."""

    taken: Taken
    analysed: int
    issue: Published


@flow(name="briefing", flow_run_name=run_name, description=__doc__)
def briefing(settings: Settings, now: datetime | None = None) -> Outcome:
    """Take in what is new, analyse it, print the issue it belongs to. now: the moment, if not the clock's."""
    now = moment(settings, now).now
    checked(settings)  # what cannot be meant in entities.toml is told before an hour's work, not after it
    ingested = ingest(settings, now)
    analysed = analyse(settings, now)
    issue = publish(settings, now, ingested=ingested.run)
    outcome = Outcome(ingested.taken, analysed, issue)
    _sum_up(outcome)
    return outcome


def _sum_up(outcome: Outcome) -> None:
    """The run's table and the way to its issue, for Prefect's pages."""
    taken = outcome.taken
    rows = [
        ("taken in", taken.received), ("documents", taken.documents), ("exact duplicates", taken.exact),
        ("near duplicates", taken.near), ("templated", taken.templated), ("rejected", taken.rejected),
        ("waiting", taken.waiting), ("analysed", outcome.analysed),
    ]  # fmt: skip
    create_table_artifact(
        [{"what": what, "count": count} for what, count in rows], key="run", description=f"Issue {outcome.issue.name}"
    )
    create_link_artifact(outcome.issue.pdf.resolve().as_uri(), link_text=f"Issue {outcome.issue.number}", key="issue")
