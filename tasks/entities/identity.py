"""A text and its mentions -> the mentions with the people, organisations, places and countries they stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasks.entities import acronyms, countries, names, organisations, people, places
from tasks.entities.people import Naming
from tasks.entities.titles import Title, title_before, title_behind, title_of
from tasks.records import Entity, EntityMention, Kind, Mention

_BEHIND = re.compile(r",\s([A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})")
_GEORGIA = ("Georgia", "Georgian", "Georgians")
_HISSING = re.compile(r"(?:s|x|z|ch|sh)$")  # "the Bushes"
_FAMILY = re.compile(r" (?:family|brothers|sisters|clan|dynasty)\b")
_KINDS: dict[str, Kind] = {"person": "PERSON", "org": "ORG", "norp": "NORP"}
_ISLAND = (" Island", " Islands")


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a document before its mentions are looked at one by one.

    persons, organisations: names by where a mention starts. bare: all names. shown: the spelling that goes with an id.
    """

    persons: dict[int, str]
    surnames: frozenset[str]
    organisations: dict[int, str]
    company: places.Company
    bare: frozenset[str]
    shown: dict[str, str]


def identify(text: str, mentions: list[Mention]) -> list[EntityMention]:
    """Give the mentions of one document, in their order, with their entities; those that name nobody are left out.

    A mention names nobody if it is a pronoun, a weekday, a month or a title alone. Ids are the same in every document.
    """
    bare = [names.bare(mention.surface) for mention in mentions]
    told = mentions
    mentions = [_kind_mended(mention, name) for mention, name in zip(mentions, bare, strict=True)]
    persons = _persons(text, mentions)
    surnames = people.surnames(persons.values())
    known = _Known(
        persons,
        surnames,
        organisations.stand_for(text, mentions, surnames),
        places.company(bare, _written(text, mentions, bare)),
        frozenset(bare),
        {},
    )
    found = []
    for as_told, mention, name in zip(told, mentions, bare, strict=True):
        entity = _entity(text, mention, name, known)
        if entity is not None:
            found.append(EntityMention(as_told, entity))
    return found


def _kind_mended(mention: Mention, name: str) -> Mention:
    """Give a mention as an organisation where its last word is nobody's surname: "Clinton Foundation"."""
    if mention.kind == "PERSON" and " " in name and name.rsplit(" ", 1)[1].lower() in organisations.words("nobody"):
        return replace(mention, kind="ORG")
    return mention


def _entity(text: str, mention: Mention, name: str, known: _Known) -> Entity | None:
    """Give the entity of one mention of the document, None if it names nobody."""
    if mention.kind == "PERSON":
        return _person(text, mention, known)
    if not names.is_name(name) or acronyms.is_party_and_state(name):
        return None
    if mention.kind == "ORG" and _common(name, known.organisations.get(mention.start, name)):
        return None
    if name in _GEORGIA and places.is_american_georgia(known.company):
        return Entity("place:georgia", "Georgia", "GPE", "US")
    of_country = countries.country(name) or (None if mention.kind == "ORG" else countries.nationality(name))
    if of_country is not None:
        return of_country
    full = known.organisations.get(mention.start, name)
    if mention.kind == "ORG" or full != name or organisations.listed(name):
        return organisations.listed(full) or _made("org", full, known)
    return _group(name, known) if mention.kind == "NORP" else _place(text, mention, name, known)


def _common(name: str, full: str) -> bool:
    """Tell whether an organisation's name is none: "the company", or "the Committee" that no full name explains."""
    return not any(c.isupper() or c.isdigit() for c in name) or (
        full == name and name.lower() in organisations.words("no name")
    )


def _made(sort: str, name: str, known: _Known) -> Entity | None:
    """Make an entity of a name; all that share its id in this document have the spelling that came first."""
    made = f"{sort}:{names.slug(name)}"
    return None if made.endswith(":") else Entity(made, known.shown.setdefault(made, name), _KINDS[sort])


def _person(text: str, mention: Mention, known: _Known) -> Entity | None:
    """Give the person, or the family: "the Bergs", "the Berg family"."""
    name = known.persons.get(mention.start)
    if name is None:
        return None
    if text[max(0, mention.start - 4) : mention.start].lower().rstrip() == "the":
        own = names.person(mention.surface)
        folded = names.fold(own)
        several = any(folded.endswith(last) and folded.removesuffix(last) in known.surnames for last in ("s", "es"))
        if several or _FAMILY.match(text, mention.end):
            plural = own + ("es" if _HISSING.search(own) else "s")
            return _made("norp", own if several else plural, known)
    return _made("person", name, known)


def _group(name: str, known: _Known) -> Entity | None:
    """Give the place whose people a name means ("Texans"), else the group."""
    place = places.people_of(name) or (name if places.region(name) else "")
    if place:
        return places.entity(place, places.kind_of_place(place), known.company)
    return _made("norp", names.group(name), known)


def _place(text: str, mention: Mention, name: str, known: _Known) -> Entity | None:
    if name == "Washington" and text[mention.end : mention.end + 6] == " state":
        name = "Washington state"
    for last in _ISLAND:
        name = name.removesuffix(last) if name.removesuffix(last) in known.bare else name
    shouted = name.isupper() and len(name) > 4 and "." not in name
    return places.entity(name.title() if shouted else name, "LOC" if mention.kind == "LOC" else "GPE", known.company)


def _persons(text: str, mentions: Sequence[Mention]) -> dict[int, str]:
    """Give the full name for each person's naming; a title alone is a name where it is the surname of a full name."""
    read = [(mention, *names.titled(mention.surface)) for mention in mentions if mention.kind == "PERSON"]
    last = people.surnames(name for _, _, name in read if " " in name)
    starts, namings = [], []
    for mention, before, name in read:
        own = name or (before[-1] if before and names.fold(before[-1]) in last else "")
        told = names.is_name(own) or not name
        if own and told and not any(map(str.isdigit, own)):  # nobody has a figure in the name
            starts.append(mention.start)
            namings.append(Naming(own, _title(text, mention, before if name else before[:-1])))
    return dict(zip(starts, people.stand_for(namings), strict=True))


def _title(text: str, mention: Mention, within: Sequence[str]) -> Title:
    if within:
        return title_of(within[-3:])
    before = title_before(text, mention.start)
    return before if before.words else title_behind(text, mention.end)


def _written(text: str, mentions: Sequence[Mention], bare: Sequence[str]) -> dict[str, str]:
    """Give the region or the code of the country that the text puts behind the name of a place: "Paris, Texas"."""
    found: dict[str, str] = {}
    for mention, name in zip(mentions, bare, strict=True):
        if mention.kind in ("GPE", "LOC"):
            behind = _BEHIND.match(text, mention.end)
            words = behind[1].split() if behind else []
            town, _, within = name.partition(", ")
            where = [within] if within else [" ".join(words[:count]) for count in (3, 2, 1)]
            for each in filter(None, where):
                of_region = places.region(each) or places.region(each.rstrip("."))
                of_country = countries.country(each) or countries.country(each.rstrip("."))
                if of_region or of_country:
                    found.setdefault(town, of_region[0] if of_region else of_country.country if of_country else "")
                    break
    return found
