"""The organisations named in one document, in the order of the text -> the full name that each naming stands for.

What the text itself explains goes first ("Widget Makers Union (WMU)"), then the table of what everybody knows. Letters
that are not explained stand for the one name of the document that they are the initials of. What is left is looked for
among the shorter forms of the document's names (tasks/entities/short_forms.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tasks.entities import acronyms, gazetteers, names
from tasks.entities.short_forms import ShortForms
from tasks.records import Entity, Mention

_TAIL = re.compile(r"\s(?:for|in|at|of)\s")


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where an organisation is named: its name (`names.organisation`), and whether "the" stands before it."""

    name: str
    the: bool = False


def stand_for(text: str, mentions: Sequence[Mention], surnames: frozenset[str]) -> dict[int, str]:
    """Give the full name for each organisation by where its mention starts, and for acronyms taken for places.

    surnames: of the document's persons, `names.fold`ed, which are no short names of organisations.
    """
    own = {
        mention.start: Naming(names.organisation(mention.surface), _has_article(text, mention))
        for mention in mentions
        if mention.kind == "ORG"
    }
    explained = _explained(text, mentions)
    spelled: dict[str, str] = {}
    for one in own.values():
        spelled.setdefault(key(one.name), _shown(one.name))
    full = [name for name in spelled.values() if " " in name or "." in name]
    letters = acronyms.unexplained(full)
    forms = ShortForms(full, surnames)
    found: dict[int, str] = {}
    for mention in mentions:
        if mention.kind in ("PERSON", "NORP"):
            continue
        one = own.get(mention.start) or Naming(names.organisation(mention.surface))
        short = key(one.name)
        if short in explained:
            found[mention.start] = explained[short]
        elif mention.kind == "ORG":
            name = _known(one.name, letters)
            found[mention.start] = name or forms.meant(one.name, the=one.the) or _without_tail(spelled[short], spelled)
            forms.met(_shown(one.name))
    return found


@cache
def words(of_list: str) -> frozenset[str]:
    """Give the entries of one list of words of organisations: "nobody" (no person's last name), "no name"..."""
    return frozenset(entry for name, entry in gazetteers.rows("organisation_words") if name == of_list)


def _shown(name: str) -> str:
    """Give a name as the table of organisations writes it."""
    of_table = listed(name)
    return of_table.name if of_table else name


def key(name: str) -> str:
    """Give a name in the form in which organisations are compared: small, without points and apostrophes."""
    return names.fold(name).replace("'", "")


def _known(name: str, letters: dict[str, str]) -> str | None:
    """Give the name that everybody knows under this one, or whose initials it is."""
    if listed(name):
        return name
    return letters.get(key(name)) if acronyms.is_acronym(name) else None


def _explained(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Give the full name for the short forms that the text explains, in either order."""
    found: dict[str, str] = {}
    for place, mention in enumerate(mentions):
        if mention.kind in ("PERSON", "NORP"):
            continue
        name = names.organisation(mention.surface)
        short = acronyms.acronym_after(text, mention.end, name)
        if short:
            found.setdefault(key(short), name)
        following = mentions[place + 1] if place + 1 < len(mentions) else None
        if following and acronyms.opens_bracket(text, mention.end, following.start):
            full = names.organisation(following.surface)
            if acronyms.abbreviates(name, full):
                found.setdefault(key(name), full)
    return {short: full for short, full in found.items() if short != key(full)}


def _has_article(text: str, mention: Mention) -> bool:
    """Tell whether "the" stands before a name or in front of it."""
    before = text[max(0, mention.start - 4) : mention.start].lower()
    return mention.surface[:4].lower() == "the " or before in ("the ", "the\n")


def _without_tail(name: str, spelled: dict[str, str]) -> str:
    """Give the beginning of a long name if it is a listed name or one met in the document, else the name itself."""
    for tail in _TAIL.finditer(name):
        head = name[: tail.start()]
        if " " in head and (listed(head) or key(head) in spelled):
            return spelled.get(key(head), head)
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
