"""What all documents of a corpus name -> who a short name means across them, and who bears one name in two lives.

Counts are those of documents up to the period that is told of, so that an issue printed again says the same. Nothing
here reads the warehouse: rows come in, ids go out. Two lives of one name: tasks/entities/lives.py.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from tasks.entities import acronyms, gazetteers
from tasks.entities.names import generation, organisation, parts, slug


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entity under its full name. documents: how many name it in full; mentions: how often they do."""

    id: str
    name: str
    documents: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Dominance:
    """From when on one full name means a short one everywhere: least documents, and times as many as all rivals' best.

    Chosen on a year of election news: below five documents the commonest bearer of a surname is mostly chance ("Frank":
    two documents to one); of names with one clear bearer the next had at most a sixth ("Clinton": 555 to 87), of those
    that a reader would not take for one the next had more than half ("Bush": 76 to 57, "Johnson": 8 to 5).
    """

    documents: int
    times: float


PERSONS = Dominance(documents=5, times=5.0)
ACRONYMS = Dominance(documents=2, times=3.0)  # what stands in brackets behind its name is no guess


def dominating(bearers: Sequence[Bearer], thresholds: Dominance) -> Bearer | None:
    """Give the one of several full names that a short one means where nothing else tells, None if none is clear."""
    order = sorted(bearers, key=lambda one: (-one.documents, -one.mentions, one.id))
    if not order or order[0].documents < thresholds.documents:
        return None
    rival = order[1].documents if len(order) > 1 else 0
    return order[0] if order[0].documents >= thresholds.times * rival else None


def persons(short: Iterable[Bearer], full: Iterable[Bearer], thresholds: Dominance = PERSONS) -> dict[str, str]:
    """Give for the ids of persons with one name alone the id of whom they mean across documents; none for most.

    short, full: persons whose name has one part, and more than one; what is in the wrong list is passed over. A full
    name counts that ends with the short one, or begins with it: both are rivals, but a common given name means nobody.
    """
    ending: dict[str, list[Bearer]] = {}
    beginning: dict[str, list[Bearer]] = {}
    for one in full:
        of = parts(one.name)
        of = of[:-1] if generation(of) else of
        if len(of) > 1:
            ending.setdefault(of[-1], []).append(one)
            beginning.setdefault(of[0], []).append(one)
    found = {}
    for one in short:
        of = parts(one.name)
        if len(of) == 1:
            last, first = ending.get(of[0], []), beginning.get(of[0], [])
            winner = dominating([*last, *first], thresholds)
            if winner and (winner in last or of[0] not in _given_names()):
                found[one.id] = winner.id
    return found


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name.casefold() for (name,) in gazetteers.rows("given_names"))


@dataclass(frozen=True, slots=True)
class Written:
    """How many documents write an entity in a certain way: (surface, id of the entity, documents)."""

    surface: str
    id: str
    documents: int


def letters(rows: Iterable[Written], thresholds: Dominance = ACRONYMS) -> dict[str, str]:
    """Give for ids of organisations that are letters alone ("org:wmu") the id that other documents explain them by.

    rows: of all organisations. Letters count as explained where they stand for an id that is not made of them.
    """
    alone: set[str] = set()
    explained: dict[str, list[Bearer]] = {}
    for row in rows:
        name = organisation(row.surface)
        own = f"org:{slug(name)}"
        if acronyms.is_acronym(name):
            if row.id == own:
                alone.add(own)
            elif row.id.startswith("org:"):
                explained.setdefault(own, []).append(Bearer(row.id, name, row.documents, row.documents))
    found = {own: dominating(_summed(explained[own]), thresholds) for own in sorted(alone & explained.keys())}
    return {own: one.id for own, one in found.items() if one is not None}


def _summed(bearers: Iterable[Bearer]) -> list[Bearer]:
    """Give the bearers, those of one id ("WMU", "W.M.U.") as one."""
    found: dict[str, Bearer] = {}
    for one in bearers:
        known = found.get(one.id)
        sum_ = one.documents + (known.documents if known else 0)
        found[one.id] = Bearer(one.id, one.name, sum_, sum_)
    return list(found.values())
