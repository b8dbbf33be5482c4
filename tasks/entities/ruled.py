"""Rulings, and which entity each document names -> the same with the rulings applied, and what they did not meet.

Order: splits, merges (chains followed to their end), corrections, new names, and what is left out. The rows are those
of the warehouse as they stand, so that a ruling holds for everything that was read before it was made.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tasks.entities import countries
from tasks.entities.names import slug
from tasks.entities.rulings import Merge, Rulings, Split, Which
from tasks.errors import RulingsError
from tasks.records import Entity, Kind

_KIND_OF_SORT: dict[str, Kind] = {"person": "PERSON", "org": "ORG", "place": "GPE", "country": "GPE", "norp": "NORP"}
_SORT_OF_KIND = {"PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place", "NORP": "norp"}


@dataclass(frozen=True, slots=True)
class Named:
    """A document and an entity that it names; "" for what holds in all documents, which keeps nobody's company."""

    document: str
    entity: Entity


@dataclass(frozen=True, slots=True)
class Applied:
    """entities: for each row in its order the entity that it names now, None for what is left out.

    notes: a line for the operator for each ruling, or name in one, that met nothing or could mean several.
    """

    entities: tuple[Entity | None, ...]
    notes: tuple[str, ...]


class _Index:
    """The entities by id and by name, and the notes on names that nothing bears."""

    def __init__(self, entities: Iterable[Entity], notes: list[str]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self.notes = notes
        self.by_name: dict[str, dict[str, None]] = {}
        for entity in self.entities.values():
            for name in (slug(entity.name), entity.id.partition(":")[2]):
                self.by_name.setdefault(name, {})[entity.id] = None

    def ids(self, which: Which, place: str) -> list[str]:
        """Give the ids that are meant, with a note if there are none."""
        of_country = None if which.is_id else countries.country(which.said)
        found = [which.said] if which.is_id else [*self.by_name.get(slug(which.said), ())]
        if of_country and of_country.id not in found:
            found.append(of_country.id)
        found = [one for one in found if one in self.entities and which.kind in ("", self.entities[one].kind)]
        if not found:
            self.notes.append(f"{place}: nothing in the warehouse bears the name or id {which.said!r}.")
        return found

    def one(self, which: Which, place: str) -> str | None:
        """Give the one id that is meant, with a note if there are several or none."""
        found = self.ids(which, place)
        if len(found) > 1:
            self.notes.append(f"{place}: {which.said!r} may be {' or '.join(sorted(found))}. Write one of these ids.")
        return found[0] if len(found) == 1 else None


def apply(rulings: Rulings, rows: Sequence[Named]) -> Applied:
    """Apply the rulings to what documents name. Ids that a ruling makes are the same whatever the rows are."""
    notes: list[str] = []
    entities = [row.entity for row in rows]
    for split in rulings.splits:
        entities = _split(split, rows, entities, notes)
    index = _Index(entities, notes)
    index = _with_targets(rulings.merges, index)
    ends = _ends([pair for merge in rulings.merges for pair in _merged(merge, index)])
    shown = dict(index.entities)
    for correction in rulings.corrections:
        for one in {ends.get(one, one) for one in index.ids(correction.entity, correction.place)}:
            country = shown[one].country if correction.country is None else correction.country
            shown[one] = replace(shown[one], kind=correction.to or shown[one].kind, country=country)
    for rename in rulings.renames:
        meant = index.one(rename.entity, rename.place)
        if meant:
            shown[ends.get(meant, meant)] = replace(shown[ends.get(meant, meant)], name=rename.name)
    out = {one for ignore in rulings.ignores for one in index.ids(ignore.entity, ignore.place)}
    final = {one: None if {one, ends.get(one, one)} & out else shown[ends.get(one, one)] for one in shown}
    return Applied(tuple(final[entity.id] for entity in entities), tuple(dict.fromkeys(notes)))


def _split(split: Split, rows: Sequence[Named], entities: list[Entity], notes: list[str]) -> list[Entity]:
    """Give the entities of the rows, another one for that which is split in the documents that keep the company."""
    index = _Index(entities, notes)
    meant = index.one(split.entity, split.place)
    company = {one for which in split.company for one in index.ids(which, split.place)} - {meant}
    documents = {row.document for row, entity in zip(rows, entities, strict=True) if entity.id in company} - {""}
    if meant is None:
        return entities
    mark = slug(split.company[0].said.partition(":")[2] if split.company[0].is_id else split.company[0].said)
    other = replace(index.entities[meant], id=split.id or f"{meant}~{mark}", name=split.name)
    found = [
        other if entity.id == meant and row.document in documents else entity
        for row, entity in zip(rows, entities, strict=True)
    ]
    if company and other not in found:
        notes.append(f"{split.place}: no document names {split.entity.said!r} in that company.")
    return found


def _target(merge: Merge, index: _Index, sources: Sequence[str]) -> str:
    """Give the id that a merge goes into: one that is there, else one made of the name."""
    if merge.into.is_id:
        return merge.into.said
    found = [one for one in index.by_name.get(slug(merge.into.said), ()) if _of_kind(index, one, merge.into.kind)]
    same = [one for one in found if sources and one.partition(":")[0] == sources[0].partition(":")[0]]
    of_country = countries.country(merge.into.said)
    if same:  # people go into the person Jordan and not into the country
        return same[0]
    if of_country and merge.into.kind in ("", "GPE"):
        return of_country.id
    if found:
        return sorted(found)[0]
    sort = _SORT_OF_KIND.get(merge.into.kind) or (sources[0].partition(":")[0] if sources else "")
    return f"{sort.replace('country', 'place')}:{slug(merge.into.said)}"


def _of_kind(index: _Index, one: str, kind: str) -> bool:
    return kind in ("", index.entities[one].kind)


def _merged(merge: Merge, index: _Index) -> list[tuple[str, str, str]]:
    """Give (id, the id it goes into, the place of the ruling) for what a merge joins."""
    sources = [one for which in merge.names for one in index.ids(which, merge.place)]
    target = _target(merge, index, sources)
    return [(one, target, merge.place) for one in dict.fromkeys(sources) if one != target]


def _ends(pairs: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """Give for each id the end of its chain; refuse an id that goes two ways, and a chain that comes back."""
    into: dict[str, tuple[str, str]] = {}
    for one, target, place in pairs:
        known = into.setdefault(one, (target, place))
        if known[0] != target:
            raise RulingsError(f"{place}: {one!r} goes into {target!r}, but by {known[1]} into {known[0]!r}. Keep one.")
    ends: dict[str, str] = {}
    for start in into:
        met = [start]
        while met[-1] in into and met[-1] not in ends:
            met.append(into[met[-1]][0])
            if met[-1] in met[:-1]:
                raise RulingsError(f"{into[start][1]}: {' goes into '.join(met)}: a circle. Take one of these out.")
        ends |= dict.fromkeys(met[:-1], ends.get(met[-1], met[-1]))
    return ends


def _with_targets(merges: Sequence[Merge], index: _Index) -> _Index:
    """Give the entities with those that merges make, so that another merge can take them further."""
    for _ in merges:
        quiet = _Index(index.entities.values(), [])
        made = [_made(merge, one, target, quiet) for merge in merges for one, target, _ in _merged(merge, quiet)]
        lacking = [entity for entity in made if entity.id not in quiet.entities]
        if not lacking:
            break
        index = _Index([*quiet.entities.values(), *reversed(lacking)], index.notes)
    return index


def _made(merge: Merge, one: str, target: str, index: _Index) -> Entity:
    """Give the entity that a merge goes into where nothing bears its name or id yet, like `one` that goes into it."""
    like = index.entities[one]
    sort, _, of = target.partition(":")
    kind = like.kind if one.startswith(f"{sort}:") else _KIND_OF_SORT[sort]
    country = of if sort == "country" else like.country if sort == "place" else ""
    name = countries.name_of(of) if sort == "country" else like.name if merge.into.is_id else merge.into.said
    return Entity(target, name, kind, country)
