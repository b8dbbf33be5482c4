"""The `broadsheet` command: options in, work done, the path of the PDF and an exit status out.

0 done; 1 the work failed; 2 wrong usage; 3 finished, but files were rejected and --strict was given.
Prefect and all that is slow to import is imported after the API has been started, which takes longest of all.
"""

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, get_args, get_origin

from flows.api import api
from flows.settings import Settings, load
from tasks.errors import BroadsheetError, SettingsError

DONE, FAILED, USAGE, REJECTED = 0, 1, 2, 3
STOPPED = "broadsheet: stopped; what was committed stays, the next run goes on from there."
log = logging.getLogger("broadsheet")

# What each command needs to be told beside where the warehouse is.
INBOX = (
    "seeds", "file_patterns", "fields", "ocr", "quiet_seconds", "max_file_mb", "max_unpacked_mb", "max_members",
    "max_depth", "read_seconds", "read_memory_mb", "near_jaccard", "strict",
)  # fmt: skip
WORK = ("batch_files", "engine", "memory", "api", "timezone")
INDEX = {
    "shingle": "words that make a run; texts are alike by the runs they share",
    "bands": "groups of values of a signature: two texts are compared where one of these agrees",
    "rows": "values in each group: with more of them texts must be more alike to be compared",
    "window": "runs of which one is kept, by which a passage is found again",
    "minimum_words": "shorter texts are compared whole only",
}
ISSUE = ("reports", "cadence", "as_of", "title", "history")


def main(arguments: Sequence[str] | None = None) -> None:
    """The entry point: ends the process with the exit status."""
    sys.exit(command(arguments))


def command(arguments: Sequence[str] | None = None) -> int:
    """Run one command. arguments: those of the process unless given. Gives the exit status."""
    options = vars(_parser().parse_args(arguments))
    act: Callable[..., int] = options.pop("act")
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
    log.info("%s documents analysed.", f"{count:,}")
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="broadsheet", description="Files in a folder become a printed briefing.", allow_abbrev=False,
        epilog="Every option is also a setting: BROADSHEET_SEEDS, or seeds = \"...\" in broadsheet.toml. "
        "Exit status: 0 done, 1 failed, 2 wrong usage, 3 files were rejected and --strict was given.",
    )  # fmt: skip
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, act: Callable[..., int], text: str, *fields: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.", allow_abbrev=False)
        sub.set_defaults(act=act)
        for field in ("warehouse", *fields):
            _add_option(sub, field)
        sub.add_argument(
            "--verbose", action="store_true", default=argparse.SUPPRESS, help="log what the libraries log too"
        )
        return sub

    add("run", _run, "take in what is new, analyse it and print the issue", *INBOX, *ISSUE, *WORK)
    add("ingest", _ingest, "take in what is new in the inbox", *INBOX, *WORK)
    add("analyse", _analyse, "analyse the documents that have no analysis yet", *WORK)
    publish = add("publish", _publish, "print an issue from what the warehouse holds", *ISSUE, *WORK)
    publish.add_argument(
        "--issue", metavar="N", default=argparse.SUPPRESS,
        help="print a filed issue again from its own snapshot, by number or name",
    )  # fmt: skip
    backfill = add("backfill", _backfill, "print the issues that are missing", *ISSUE, *WORK)
    for option, field, text in (
        ("--from", "first", "from the period that holds this day on; without it, from the earliest document"),
        ("--to", "last", "up to the period that holds this day; without it, to the newest document"),
    ):
        backfill.add_argument(
            option, dest=field, metavar="YYYY-MM-DD", type=date.fromisoformat, default=argparse.SUPPRESS, help=text
        )
    add(
        "status",
        _status,
        "tell what the warehouse holds, the last issues and what was rejected",
        "cadence",
        "memory",
        "timezone",
    )
    export = add("export", _export, "write a table as CSV, JSON Lines or Parquet", "memory")
    export.add_argument("table", metavar="TABLE", help="its name, as in tasks/warehouse/schema.sql")
    export.add_argument("--format", choices=("csv", "jsonl", "parquet"), default="csv", help="default: csv")
    export.add_argument(
        "--output", metavar="FILE", default=argparse.SUPPRESS, help="the file to write; without it, standard output"
    )
    why = add("why", _why, "tell what was decided of a document, and why", "memory")
    why.add_argument(
        "document", metavar="DOCUMENT",
        help="a path as the inbox names it, with !MEMBER for what lies in it; or an id, or 6 digits and more of one",
    )  # fmt: skip
    reindex = add(
        "reindex", _reindex, "make the index by which texts alike are found anew, from the texts in the warehouse",
        "memory", "engine", "api", "timezone",
    )  # fmt: skip
    for name, text in INDEX.items():
        reindex.add_argument(
            f"--{name.replace('_', '-')}", metavar="N", type=int, default=argparse.SUPPRESS,
            help=f"{text}; without it, the program's own value",
        )  # fmt: skip
    requeue = add("requeue", _requeue, "let the next run try rejected files again", "memory")
    requeue.add_argument("paths", metavar="PATH", nargs="*", help="as the inbox names them; without any, all of them")
    return parser


def _add_option(parser: argparse.ArgumentParser, name: str) -> None:
    """An option for a field of the settings: its help is the field's description, its absence leaves it to the rest."""
    field = Settings.model_fields[name]
    flag = f"--{name.replace('_', '-')}"
    text = (field.description or "").replace("%", "%%")
    if field.annotation is bool:
        parser.add_argument(flag, action=argparse.BooleanOptionalAction, default=argparse.SUPPRESS, help=text)
        return
    many = get_origin(field.annotation) is list
    choices = get_args(field.annotation) if get_origin(field.annotation) is Literal else None
    shown = " ".join(field.default) if many else field.default
    if shown is not None:
        text += f" (default: {shown})"
    parser.add_argument(
        flag, default=argparse.SUPPRESS, help=text, choices=choices, nargs="+" if many else None,
        metavar=None if choices else METAVARS.get(name, "N" if isinstance(field.default, int | float) else "TEXT"),
    )  # fmt: skip


METAVARS = {
    "seeds": "DIR", "warehouse": "URI", "reports": "DIR", "as_of": "YYYY-MM-DD", "timezone": "NAME", "memory": "SIZE",
    "file_patterns": "PATTERN", "fields": "OURS=THEIRS", "engine": "ENGINE", "api": "URL",
}  # fmt: skip


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
