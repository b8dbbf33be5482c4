"""What a warehouse met up to a day, and what its operators ruled, in; under which entity each mention is read, out.

Each document was read by itself. Here a short name joins whom all documents mean by it, one name in two lives becomes
two, and last the operators' entities.toml has its say. Nothing is written: an issue printed again reads it the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from tasks.entities.across import Bearer, Written, letters, persons
from tasks.entities.lives import Appearance, fields, lives, middle
from tasks.entities.names import parts, slug
from tasks.entities.ruled import Named, apply
from tasks.entities.rulings import Rulings, parse
from tasks.records import Entity
from tasks.warehouse import facts, names
from tasks.warehouse.connection import Warehouse

AROUND = 60  # characters of a text before and behind a name in which an occupation may stand
FEWEST, MOST = 4, 300  # documents of a person who may be two; of more, everybody knows who is meant
MOST_DOCUMENTS = 2**40  # more than there are: nothing is too common to be asked for
COMMON = 1 / 20  # share of all documents from which an entity is nobody's company

Place = tuple[str, str]
"""A document ("" for all) and the id that was met in it."""


def rule_names(warehouse: Warehouse, end: date) -> tuple[str, ...]:
    """Let every question on names read them as they are meant in all documents up to `end` together.

    Gives a line for each ruling of the operators, or name in one, that met nothing or could mean several.
    """
    met = {entity.id: (entity, documents, mentions) for entity, documents, mentions in names.met(warehouse, end)}
    known = {id: entity for id, (entity, _, _) in met.items()}
    joined = _joined(warehouse, met.values(), end)
    read: dict[Place, Entity] = {("", id): known[joined.get(id, id)] for id in known}
    read |= _lives(warehouse, met, end)
    rulings = parse(names.ruling(warehouse))
    read = _beside_splits(warehouse, rulings, known, read, end) | read
    applied = apply(rulings, [Named(document, entity) for (document, _), entity in read.items()])
    final = dict(zip(read, applied.entities, strict=True))
    everywhere = {id: entity for (document, id), entity in final.items() if not document}
    becomes = [
        (document, id, entity.id if entity else "")
        for (document, id), entity in final.items()
        if (entity != everywhere[id] if document else entity is None or entity.id != id)
    ]
    told = {entity.id: entity for entity in final.values() if entity is not None and known.get(entity.id) != entity}
    names.rule(warehouse, becomes, [told[id] for id in sorted(told)])
    return applied.notes


def _joined(warehouse: Warehouse, met: Iterable[tuple[Entity, int, int]], end: date) -> dict[str, str]:
    """The ids of short names, each with that of whom all documents mean by it."""
    people = [Bearer(each.id, each.name, *counts) for each, *counts in met if each.kind == "PERSON"]
    short = [one for one in people if len(parts(one.name)) == 1]
    full = [one for one in people if len(parts(one.name)) > 1]
    written = [Written(*row) for row in warehouse.rows("letters_written", end=end)]
    return persons(short, full) | letters(written)


def _lives(warehouse: Warehouse, met: Mapping[str, tuple[Entity, int, int]], end: date) -> dict[Place, Entity]:
    """The persons of the issue that are two of one name, in the documents where they are not the first of them."""
    asked = [
        id
        for (id,) in warehouse.rows("persons_of_issue")
        if FEWEST <= met[id][1] <= MOST and len(parts(met[id][0].name)) > 1
    ]
    facts.choose_names(warehouse, asked)
    [(total,)] = warehouse.rows("documents_counted", end=end)
    beside: dict[str, set[str]] = {}
    for document, entity in warehouse.rows("entities_beside", end=end, most=int(max(FEWEST, COMMON * total))):
        beside.setdefault(document, set()).add(entity)
    appearances: dict[str, list[Appearance]] = {}
    for id, document, dated, surface, before, behind in warehouse.rows("appearances", end=end, around=AROUND):
        words = fields(f"{before}{surface}{behind}", len(before), len(before) + len(surface))
        company = frozenset(beside.get(document, set()) - {id})
        appearances.setdefault(id, []).append(Appearance(document, dated.isoformat(), company, words, middle(surface)))
    return {
        (document, id): replace(met[id][0], id=life, name=f"{met[id][0].name} ({life.partition('~')[2]})")
        for id, seen in appearances.items()
        for document, life in sorted(lives(id, seen, {}).items())
        if life != id
    }


def _beside_splits(
    warehouse: Warehouse, rulings: Rulings, known: Mapping[str, Entity], read: Mapping[Place, Entity], end: date
) -> dict[Place, Entity]:
    """What the documents name that name somebody whom the operators part by the company kept."""
    said = {split.entity.said for split in rulings.splits}
    slugs = {slug(each) for each in said}
    meant = {id for id, entity in known.items() if id in said or {slug(entity.name), id.partition(":")[2]} & slugs}
    asked = [id for id in known if id in meant or read["", id].id in meant]  # short names that mean them too
    if not asked:
        return {}
    facts.choose_names(warehouse, asked)
    return {
        (document, id): read.get((document, id), read["", id])
        for document, id in warehouse.rows("entities_beside", end=end, most=MOST_DOCUMENTS)
    }
