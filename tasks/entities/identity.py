"""A text and its mentions -> the mentions with the people, organisations, places and countries they stand for."""

from collections.abc import Sequence

from tasks.entities import countries, names, organisations, people
from tasks.records import Entity, EntityMention, Mention


def identify(text: str, mentions: list[Mention]) -> list[EntityMention]:
    """Give the mentions of one document, in their order, with their entities; those that name nobody are left out.

    A mention names nobody if it is a pronoun, a weekday, a month or a title alone. Ids are the same in every document.
    """
    bare = [names.bare(mention.surface) for mention in mentions]
    persons = _people(mentions)
    full = organisations.full_names(text, mentions)
    american = _american(bare)
    found = []
    for mention, name in zip(mentions, bare, strict=True):
        entity = _entity(mention, name, persons, full, american=american)
        if entity is not None:
            found.append(EntityMention(mention, entity))
    return found


def _entity(
    mention: Mention, name: str, persons: dict[str, str], full: dict[str, str], *, american: bool
) -> Entity | None:
    """Give the entity of one mention of the document, None if it names nobody."""
    if not names.is_name(name):
        return None
    if mention.kind == "PERSON":
        person = names.person(mention.surface)
        if not person or any(map(str.isdigit, person)) or not names.is_name(person):  # nobody has a figure in the name
            return None
        return _made("person", persons[person], mention)
    if american and name == "Georgia":
        return Entity("place:georgia", name, "GPE", "US")
    of_country = countries.country(name) or (None if mention.kind == "ORG" else countries.nationality(name))
    if of_country is not None:
        return of_country
    listed = organisations.listed(name)
    if listed is not None:
        return listed
    if mention.kind == "ORG":
        short = names.organisation(mention.surface)
        return organisations.listed(full.get(short, short)) or _made("org", full.get(short, short), mention)
    if mention.kind == "NORP":
        return _made("norp", names.group(name), mention)
    return _place(name, mention, full)


def _place(name: str, mention: Mention, full: dict[str, str]) -> Entity | None:
    """Give the place of a name, or the organisation whose acronym the tagger took for a place."""
    if full.get(name, name) != name:
        return organisations.listed(full[name]) or Entity(f"org:{names.slug(full[name])}", full[name], "ORG")
    return _made("place", name.title() if name.isupper() and len(name) > 4 else name, mention)


def _made(sort: str, name: str, mention: Mention) -> Entity | None:
    made = names.slug(name)
    country = countries.country_of_place(name) if sort == "place" else ""
    return Entity(f"{sort}:{made}", name, mention.kind, country) if made else None


def _people(mentions: Sequence[Mention]) -> dict[str, str]:
    """Give the full name for each person's name in the document."""
    named = [names.person(mention.surface) for mention in mentions if mention.kind == "PERSON"]
    return people.full_names([name for name in named if name])


def _american(bare: Sequence[str]) -> bool:
    """Tell whether the document names other states of the Union, so that "Georgia" is one of them."""
    return any(name in countries.states() and name != "Georgia" for name in bare)
