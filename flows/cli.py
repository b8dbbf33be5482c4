"""The `broadsheet` command: options in, work done, the path of the PDF and an exit status out.

0 done; 1 the work failed; 2 wrong usage; 3 finished, but files were rejected and --strict was given.
Prefect and all that is slow to import is imported after the API has been started, which takes longest of all.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from flows.api import api
from flows.options import INDEX, Act, parser
from flows.settings import load
from tasks.errors import BroadsheetError, SettingsError

DONE, FAILED, USAGE, REJECTED = 0, 1, 2, 3
STOPPED = "broadsheet: stopped; what was committed stays, the next run goes on from there."


def main(arguments: Sequence[str] | None = None) -> None:
    """The entry point: ends the process with the exit status."""
    sys.exit(command(arguments))


def command(arguments: Sequence[str] | None = None) -> int:
    """Run one command. arguments: those of the process unless given. Gives the exit status."""
    options = vars(parser(ACTS).parse_args(arguments))
    act: Act = options.pop("act")
    verbose = options.pop("verbose", False)
    _log_to_terminal(verbose)
    try:
        return act(options)
    except SettingsError as error:
        print(f"broadsheet: {error}", file=sys.stderr)
        return USAGE
    except BroadsheetError as error:
        if verbose:
            raise
        print(f"broadsheet: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if "Query interrupted" in str(error):  # how Ctrl-C reaches us through DuckDB
            print(STOPPED, file=sys.stderr)
            return FAILED
        if verbose:
            raise
        print(f"broadsheet: {type(error).__name__}: {error}\n--verbose shows where.", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)
        return FAILED


def _run(options: dict[str, object]) -> int:
    settings = load(**options)
    with api(settings.api) as prefect:
        from flows.briefing import briefing

        prefect.meanwhile("weasyprint", "vl_convert", "ftfy")
        with prefect.ready():
            outcome = briefing(settings)
    print(outcome.issue.pdf)
    return REJECTED if settings.strict and outcome.taken.rejected else DONE


def _ingest(options: dict[str, object]) -> int:
    settings = load(**options)
    with api(settings.api) as prefect:
        from flows.ingest import ingest

        with prefect.ready():
            ingested = ingest(settings)
    return REJECTED if settings.strict and ingested.taken.rejected else DONE


def _analyse(options: dict[str, object]) -> int:
    settings = load(**options)
    with api(settings.api) as prefect:
        from flows.analyse import analyse

        with prefect.ready():
            count = analyse(settings)
    print(f"{count:,} documents analysed." if count else "Every document is analysed already.")
    return DONE


def _publish(options: dict[str, object]) -> int:
    issue = options.pop("issue", None)
    assert issue is None or isinstance(issue, str)
    settings = load(**options)
    with api(settings.api) as prefect:
        from flows.publish import publish

        prefect.meanwhile("weasyprint", "vl_convert")
        with prefect.ready():
            published = publish(settings, issue=issue)
    print(published.pdf)
    return DONE


def _backfill(options: dict[str, object]) -> int:
    first, last = options.pop("first", None), options.pop("last", None)
    assert first is None or isinstance(first, date)
    assert last is None or isinstance(last, date)
    settings = load(**options)
    with api(settings.api) as prefect:
        from flows.backfill import backfill

        with prefect.ready():
            issues = backfill(settings, first, last)
    for published in issues:
        print(published.pdf)
    return DONE


def _status(options: dict[str, object]) -> int:
    from flows.look import status

    print(status(load(**options)))
    return DONE


def _export(options: dict[str, object]) -> int:
    from flows.look import export

    table, form, output = options.pop("table"), options.pop("format"), options.pop("output", None)
    export(load(**options), str(table), str(form), Path(str(output)) if output else None)
    return DONE


def _why(options: dict[str, object]) -> int:
    from rich.console import Console

    from flows.why import why

    name, terminal = str(options.pop("document")), Console()
    print(why(load(**options), name, coloured=terminal.color_system is not None and not terminal.no_color))
    return DONE


def _reindex(options: dict[str, object]) -> int:
    changes = {name: value for name in INDEX if isinstance(value := options.pop(name, None), int)}
    settings = load(**options)
    with api(settings.api) as prefect:
        from flows.reindex import reindex

        with prefect.ready():
            made = reindex(settings, changes)
    print(f"{made.documents:,} documents can be found by {made.keys:,} keys.")
    return DONE


def _requeue(options: dict[str, object]) -> int:
    from flows.look import requeue

    paths = options.pop("paths")
    assert isinstance(paths, list)
    count = requeue(load(**options), paths)
    print(f"{count:,} rejected files will be tried again by the next run.")
    return DONE


ACTS: Mapping[str, Act] = {
    "run": _run,
    "ingest": _ingest,
    "analyse": _analyse,
    "publish": _publish,
    "backfill": _backfill,
    "status": _status,
    "export": _export,
    "why": _why,
    "reindex": _reindex,
    "requeue": _requeue,
}


def _log_to_terminal(verbose: bool) -> None:
    """Our own lines on standard error; Prefect's and the libraries' only where they are asked for."""
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    if verbose:
        os.environ.setdefault("PREFECT_LOGGING_EXTRA_LOGGERS", "broadsheet")
    else:
        os.environ["PREFECT_LOGGING_SETTINGS_PATH"] = str(Path(__file__).with_name("logging.yml"))


if __name__ == "__main__":
    main()
