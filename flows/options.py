"""What each command does goes in, the parser of the command line comes out: which options there are, and their help."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal, get_args, get_origin

from flows.settings import Settings

Act = Callable[[dict[str, object]], int]

# What each command needs to be told beside where the warehouse is.
INBOX = (
    "seeds", "file_patterns", "fields", "ocr", "quiet_seconds", "max_file_mb", "max_unpacked_mb", "max_members",
    "max_depth", "read_seconds", "read_memory_mb", "near_jaccard", "strict",
)  # fmt: skip
WORK = ("batch_files", "engine", "memory", "api", "timezone")
NAMES = ("entities_pipeline",)
INDEX = {
    "shingle": "words that make a run; texts are alike by the runs they share",
    "bands": "groups of values of a signature: two texts are compared where one of these agrees",
    "rows": "values in each group: with more of them texts must be more alike to be compared",
    "window": "runs of which one is kept, by which a passage is found again",
    "minimum_words": "shorter texts are compared whole only",
}
ISSUE = ("reports", "cadence", "as_of", "title", "history", "entities_file")


def parser(acts: Mapping[str, Act]) -> argparse.ArgumentParser:
    """What can be typed. acts: by name of a command, what it does with its options."""
    made = argparse.ArgumentParser(
        prog="broadsheet", description="Files in a folder become a printed briefing.", allow_abbrev=False,
        epilog="Every option is also a setting: BROADSHEET_SEEDS, or seeds = \"...\" in broadsheet.toml. "
        "Exit status: 0 done, 1 failed, 2 wrong usage, 3 files were rejected and --strict was given.",
    )  # fmt: skip
    commands = made.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, text: str, *fields: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.", allow_abbrev=False)
        sub.set_defaults(act=acts[name])
        for field in ("warehouse", *fields):
            _add_option(sub, field)
        sub.add_argument(
            "--verbose", action="store_true", default=argparse.SUPPRESS, help="log what the libraries log too"
        )
        return sub

    add("run", "take in what is new, analyse it and print the issue", *INBOX, *NAMES, *ISSUE, *WORK)
    add("ingest", "take in what is new in the inbox", *INBOX, *WORK)
    add("analyse", "analyse the documents that have no analysis yet", *NAMES, *WORK)
    publish = add("publish", "print an issue from what the warehouse holds", *ISSUE, *WORK)
    publish.add_argument(
        "--issue", metavar="N", default=argparse.SUPPRESS,
        help="print a filed issue again from its own snapshot, by number or name",
    )  # fmt: skip
    backfill = add("backfill", "print the issues that are missing", *ISSUE, *WORK)
    for option, field, text in (
        ("--from", "first", "from the period that holds this day on; without it, from the earliest document"),
        ("--to", "last", "up to the period that holds this day; without it, to the newest document"),
    ):
        backfill.add_argument(
            option, dest=field, metavar="YYYY-MM-DD", type=date.fromisoformat, default=argparse.SUPPRESS, help=text
        )
    add(
        "status",
        "tell what the warehouse holds, the last issues and what was rejected",
        "cadence",
        "memory",
        "timezone",
    )
    export = add("export", "write a table as CSV, JSON Lines or Parquet", "memory")
    export.add_argument("table", metavar="TABLE", help="its name, as in tasks/warehouse/schema.sql")
    export.add_argument("--format", choices=("csv", "jsonl", "parquet"), default="csv", help="default: csv")
    export.add_argument(
        "--output", metavar="FILE", default=argparse.SUPPRESS, help="the file to write; without it, standard output"
    )
    why = add("why", "tell what was decided of a document, and why", "memory")
    why.add_argument(
        "document", metavar="DOCUMENT",
        help="a path as the inbox names it, with !MEMBER for what lies in it; or an id, or 6 digits and more of one",
    )  # fmt: skip
    reindex = add(
        "reindex", "make the index by which texts alike are found anew, from the texts in the warehouse",
        "memory", "engine", "api", "timezone",
    )  # fmt: skip
    for name, text in INDEX.items():
        reindex.add_argument(
            f"--{name.replace('_', '-')}", metavar="N", type=int, default=argparse.SUPPRESS,
            help=f"{text}; without it, the program's own value",
        )  # fmt: skip
    requeue = add("requeue", "let the next run try rejected files again", "memory")
    requeue.add_argument("paths", metavar="PATH", nargs="*", help="as the inbox names them; without any, all of them")
    return made


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
    "entities_file": "FILE", "entities_pipeline": "NAME",
}  # fmt: skip
