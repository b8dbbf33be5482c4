"""The run's own particulars: the clock is read here, once for each run."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version

from prefect.runtime import flow_run

from flows.settings import Settings
from tasks.warehouse.runs import Run

VERSION = version("broadsheet")


@dataclass(frozen=True, slots=True)
class Moment:
    """When a run began, and the day that was in the time zone of the settings."""

    now: datetime
    today: date


def moment(settings: Settings, now: datetime | None) -> Moment:
    """`now` if the flow was told, else the clock's."""
    now = now or datetime.now(UTC)
    return Moment(now, now.astimezone(settings.zone).date())


def this_run(flow: str, began: Moment) -> Run:
    """The present flow run, as the warehouse keeps it."""
    return Run(str(flow_run.id), flow, began.now, VERSION)


def run_name() -> str:
    """A telling name for a flow run: "ingest seeds", "publish weekly 2016-09-28"."""
    settings = flow_run.parameters["settings"]
    settings = settings if isinstance(settings, Settings) else Settings.model_validate(settings)
    flow = flow_run.flow_name or ""
    if flow == "ingest":
        return f"ingest {settings.seeds}"
    if flow in ("analyse", "reindex"):
        return f"{flow} {settings.warehouse}"
    return f"{flow} {settings.cadence} {settings.as_of or 'newest'}"
