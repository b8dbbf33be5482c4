"""The organisations named in one document -> the full name, or the listed one, that each of their names stands for."""

import re
from collections.abc import Sequence
from functools import cache

from tasks.entities import acronyms, gazetteers, names
from tasks.records import Entity, Mention

_TAIL = re.compile(r"\s(?:for|in|at|of)\s")


def full_names(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Give for the name of each organisation (`names.organisation`) the one it goes by in this document.

    The first spelling is kept; an acronym joins the name behind which it stands in brackets; a name that goes on behind
    another ("United Nations Office on Drugs and Crime for Southeast Asia") joins that one.
    """
    spelled: dict[str, str] = {}
    explained: dict[str, str] = {}
    for mention in mentions:
        if mention.kind in ("PERSON", "NORP"):
            continue
        name = names.organisation(mention.surface)
        short = acronyms.acronym_after(text, mention.end, name)
        if mention.kind == "ORG" or short:
            first = spelled.setdefault(names.fold(name), name)
            if short:
                explained.setdefault(short, first)
    full = {
        name: spelled[names.fold(name)] for name in (names.organisation(m.surface) for m in mentions if m.kind == "ORG")
    }
    return {name: _without_tail(first, spelled) for name, first in full.items()} | explained


def _without_tail(name: str, spelled: dict[str, str]) -> str:
    """Give the beginning of a long name if it is a listed name or one met in the document, else the name itself."""
    for tail in _TAIL.finditer(name):
        head = name[: tail.start()]
        if " " in head and (listed(head) or names.fold(head) in spelled):
            return spelled.get(names.fold(head), head)
    return name


@cache
def _table() -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for name, aliases in gazetteers.rows("organisations"):
        entity = Entity(f"org:{names.slug(name)}", name, "ORG")
        found |= dict.fromkeys((name, *filter(None, aliases.split("|"))), entity)
    return found


def listed(name: str) -> Entity | None:
    """Give the organisation that everybody knows by this name or these letters, None if it is not in our table."""
    return _table().get(name) or _table().get(name.replace(".", ""))
