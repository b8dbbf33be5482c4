"""A text in, the metadata fields that stand before it (YAML or TOML front matter) and the body out."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import yaml

from tasks.records import MetadataField

ORIGIN = "front matter"
LARGEST = 65_536  # characters: front matter is a page at most
MOST_VALUES = 100
NESTING = (
    "[{-?:"  # each level of YAML takes one of these; some tens of thousands of levels end libyaml, and the process
)
MOST_NESTING = 5_000
FENCED = re.compile(
    r"\A\ufeff?\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<block>.*?)^(?P=fence)[ \t]*(?:\r?\n|\Z)", re.S | re.M
)


def split(text: str) -> tuple[tuple[MetadataField, ...], str]:
    """The fields of the front matter, one for each value, and the text after it.

    A fence with anything else behind it than a mapping is text: then there are no fields and the text is as it was.
    """
    found = FENCED.match(text, 0, LARGEST)
    if not found:
        return (), text
    values = _toml(found["block"]) if found["fence"] == "+++" else _yaml(found["block"])
    if not values:
        return (), text
    return tuple(_fields(values)), text[found.end() :]


def _yaml(block: str) -> dict[Any, Any] | None:
    if sum(map(block.count, NESTING)) > MOST_NESTING:
        return None
    try:  # the base loader makes strings only: no dates that do not exist, no country code "no" that is False
        loaded = yaml.load(block, Loader=yaml.CBaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError):
        return None
    return loaded if isinstance(loaded, dict) else None


def _toml(block: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _fields(values: dict[Any, Any]) -> Iterator[MetadataField]:
    for name, value in values.items():
        for each in (value if isinstance(value, list) else [value])[:MOST_VALUES]:
            if not isinstance(each, dict | list | None) and (written := " ".join(str(each).split())):
                yield MetadataField(str(name).lower(), written, ORIGIN)
