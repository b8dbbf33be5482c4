"""A stretch of time goes in, the issues of its periods that are missing come out, each as of its own time."""

from datetime import date, datetime

from prefect import flow

from flows.clock import moment, run_name
from flows.publish import Published, publish
from flows.settings import Settings
from tasks.briefing.periods import periods_between
from tasks.errors import SettingsError
from tasks.warehouse.connection import open_warehouse


@flow(name="backfill", flow_run_name=run_name, description=__doc__)
def backfill(
    settings: Settings, first: date | None = None, last: date | None = None, now: datetime | None = None
) -> list[Published]:
    """Print, oldest first, every issue between two days that is not printed yet or has something new.

    first, last: without them, the earliest and the newest day of any document. Periods without documents are passed
    over. now: the moment of the run, if it is not to be the clock's.
    """
    began = moment(settings, now)
    with open_warehouse(settings.warehouse, memory=settings.memory) as warehouse:
        days = [day for (day,) in warehouse.rows("days_with_documents")]
    days = [day for day in days if (first or day) <= day <= (last or day)]
    if first and last and first > last:
        raise SettingsError(f"--from {first} is after --to {last}.")
    if not days:
        return []
    periods = periods_between(days[0], days[-1], settings.cadence)
    wanted = [period for period in periods if any(period.start <= day <= period.end for day in days)]
    return [publish(settings.model_copy(update={"as_of": period.end}), began.now) for period in wanted]
