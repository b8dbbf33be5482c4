"""A file's path and patterns in, the fields that its name holds out ({publisher}_{date}_{slug})."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import PurePosixPath

from tasks.text.written_dates import parse_date

DATED = ("{date}-{slug}", "{date}_{slug}", "{date} {slug}", "{slug}_{date}", "{date}")  # tried after the operator's own
FIELD = re.compile(r"\{(\w+)\}")
DATE = r"\d{4}-?\d{2}-?\d{2}|\d{4}-\d{2}|\d{4}"
NUMBER = re.compile(r"\d{5,}|(?=.*\d)[0-9a-f]{8,}")  # of a record, not of the title
SUFFIX = re.compile(r"(?<=[^/])\.[A-Za-z]\w{0,7}\Z")
LONGEST = 1_000  # characters of a path that are matched


def placed(path: str, member: str) -> str:
    """The path whose names tell of a document: of the file, and inside it where it lies in one."""
    return f"{path}/{member}" if member else path


def fields_of(path: str, patterns: Sequence[str] = ()) -> Mapping[str, str]:
    """The fields of the first pattern that the path's end fits: "date" as ISO 8601, the others as they stand there.

    A pattern is a file name without its suffix, with fields in braces; folders may stand before it. A field ends where
    the character that follows it in the pattern comes first, the last one at the end. {} where nothing fits.
    """
    parts = PurePosixPath(SUFFIX.sub("", path[-LONGEST:])).parts
    for pattern in (*patterns, *DATED):
        depth = pattern.count("/") + 1
        found = compiled(pattern).fullmatch("/".join(parts[-depth:]))
        fields = {name: value for name, value in found.groupdict().items() if value} if found else {}
        if "date" in fields:
            fields["date"] = parse_date(fields["date"])
        if fields and all(fields.values()):
            return fields
    return {}


@lru_cache(maxsize=64)
def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression for a pattern of named fields; each part of it can match in one way only."""
    parts = FIELD.split(pattern)  # literal, field, literal, field, ... literal
    made = re.escape(parts[0])
    for name, literal in zip(parts[1::2], parts[2::2], strict=True):
        made += f"(?P<{name}>{_field(name, literal)}){re.escape(literal)}"
    return re.compile(made, re.S)


def _field(name: str, literal: str) -> str:
    if name == "date":
        return DATE
    return rf"[^/{re.escape(literal[0])}]+" if literal else r"[^/]+"


def readable(slug: str) -> str:
    """A slug as words with a capital at their head; "" for one that is not made of words."""
    words = [word for word in re.split(r"[-_+ .]+", slug) if word and not NUMBER.fullmatch(word)]
    if sum(word.isalpha() and len(word) > 1 for word in words) < 2:
        return ""
    text = " ".join(words)
    return text[0].upper() + text[1:]
