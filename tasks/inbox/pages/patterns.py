"""The lists of patterns under `data/` in, regular expressions by the names of their sections out."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

HEADING = re.compile(r"\[([a-z ,]+)\]")


@cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The patterns of the list `name` by section, in its order: one a line, after "[section]"; "#" begins a note."""
    text = files("tasks.inbox").joinpath("pages").joinpath("data").joinpath(f"{name}.txt").read_text("utf-8")
    found: dict[str, list[str]] = {}
    section: list[str] = []
    for line in text.splitlines():
        if heading := HEADING.fullmatch(line):
            section = found.setdefault(heading[1], [])
        elif line and not line.startswith("# "):
            section.append(line)
    return {each: tuple(patterns) for each, patterns in found.items()}


def either(patterns: tuple[str, ...]) -> str:
    """One pattern that matches what any of them matches."""
    return "|".join(f"(?:{each})" for each in patterns)
