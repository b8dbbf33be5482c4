"""The name of a document goes in; what was decided of it, why, and what it shares with others comes out as text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from flows.settings import Settings
from tasks.briefing.plain import printable
from tasks.briefing.wording import day, percentage
from tasks.duplicates.explained import COLOURED, PLAIN, Marks, passages, places
from tasks.duplicates.parameters import PARAMETERS
from tasks.errors import SettingsError
from tasks.inbox.listing import printable as printable_path
from tasks.records import Outcome, Relation, RelationKind, Source
from tasks.warehouse.connection import Warehouse, open_warehouse
from tasks.warehouse.facts import counted_texts

MOST_SHOWN = 5  # documents of one name
MOST_LISTED = 20  # of them, where there are more
MOST_RELATIONS = 12
MOST_HINTS = 3
LEAST_DIGITS = 6  # of an id
DIGITS = frozenset("0123456789abcdef")

_FATES: Mapping[Outcome, str] = {
    "document": "It counts, as a document of its own.",
    "exact": "It does not count: the same text was there before. Its own text is not kept.",
    "near": "It does not count: the same text, for a reader, was there before.",
    "superseded": "It counts no more: another version of it came in its place.",
}
_STAGES = {
    "list": "when the inbox was listed",
    "read": "when it was read",
    "decode": "when it was decoded",
    "text": "for its text",
    "limits": "for what it would have taken",
}
# From the document to the other, and from the other to the document.
_KINDS: Mapping[RelationKind, tuple[str, str]] = {
    "exact": ("Exact: it repeats", "Exact: it is repeated by"),
    "near": ("Near: it is a copy of", "Near: it has a copy in"),
    "contained": ("Contained: it stands nearly whole in", "Contained: it has nearly all in it of"),
    "revision": ("Revision: it is a newer version of", "Revision: it has a newer version in"),
    "templated": ("Templated: it fills in the same form as", "Templated: its form is filled in anew by"),
    "related": ("Related: it tells the same story as", "Related: its story is also told by"),
}


@dataclass(frozen=True, slots=True)
class _Named:
    """A source with what a person knows it by."""

    id: str
    path: str
    member: str
    dated: date
    title: str

    @property
    def file(self) -> str:
        path, member = printable_path(self.path), printable_path(self.member)
        return f"{path}!{member}" if member else path

    @property
    def told(self) -> str:
        """Its title; its file where it has none, as copies have not."""
        return f"“{printable(self.title)}”" if self.title else self.file


def why(settings: Settings, name: str, coloured: bool = False) -> str:
    """What was decided of the documents of this name, and why.

    name: an id or the beginning of one, or a path as the inbox names it, "!" before what lies in it. coloured: whether
    differences are shown in colours. Raises SettingsError where the name is none, or that of too many.
    """
    label = Source(name, 0, 0).label
    with open_warehouse(settings.warehouse, memory=settings.memory, make=False) as warehouse:
        found = _found(warehouse, label)
        shingle = dict(warehouse.rows("index_parameters")).get("shingle", str(PARAMETERS.shingle))
        run = f"{shingle} words"
        marks = COLOURED if coloured else PLAIN
        return "\n\n\n".join("\n\n".join(_told(warehouse, id, run, marks)) for id in found)


def _found(warehouse: Warehouse, name: str) -> list[str]:
    """The ids of the documents of this name."""
    found = [id for (id,) in warehouse.rows("sources_named", name=name)]
    start = name.lower()
    if not found and len(start) >= LEAST_DIGITS and set(start) <= DIGITS:
        found = [id for (id,) in warehouse.rows("sources_identified", start=start)]
    if not found:
        raise SettingsError(_unknown(warehouse, name))
    if len(found) > MOST_SHOWN:
        listed = [f"  {each.id}  {each.file}" for each, *_ in _decided(warehouse, found[:MOST_LISTED])]
        if len(found) > MOST_LISTED:
            listed.append(f"  and {len(found) - MOST_LISTED:,} more: `broadsheet export sources` has them all")
        raise SettingsError(
            "\n".join([f"{len(found):,} have the name {printable_path(name)}; name one by its id:", *listed])
        )
    return found


def _unknown(warehouse: Warehouse, name: str) -> str:
    part = name.replace("!", "/").rstrip("/").rpartition("/")[2]
    alike = [
        _Named("", path, member, date.min, "").file
        for path, member in warehouse.rows("sources_named_alike", name=name, part=part, most=MOST_HINTS)
    ]
    hint = "\n  ".join(["\nLike it:", *alike]) if part and alike else ""
    return (
        f"Nothing is known of {printable_path(name)}. A document is named by its path in the inbox (news/a.txt), by "
        f"its place in an archive (news.zip!a.txt), or by its id, of which {LEAST_DIGITS} digits are enough.{hint}"
    )


def _decided(warehouse: Warehouse, ids: list[str]) -> Iterator[tuple[_Named, str, str, str]]:
    """Each with its publisher, what became of it, and how much of it was read before."""
    warehouse.give("wanted", {"id": "VARCHAR"}, [(id,) for id in ids])
    for id, path, member, dated, title, publisher, outcome, stage, reason, share, *other in warehouse.rows("decided"):
        if outcome == "rejected":
            fate = f"It was rejected {_STAGES.get(stage, stage)}: {printable(reason)}"
        else:
            fate = _FATES[outcome]
        repeated = ""
        if share > 0:
            first = _Named("", other[0], other[1], other[2], "")
            repeated = (
                f"{percentage(share)} of this text appeared before, most of it on {day(first.dated)} in {first.file}."
            )
        yield _Named(id, path, member, dated, title), publisher, fate, repeated


def _told(warehouse: Warehouse, id: str, run: str, marks: Marks) -> Iterator[str]:
    """All that is known of a document, block by block. run: of what figures are shares."""
    [(named, publisher, fate, repeated)] = _decided(warehouse, [id])
    head = [named.told] if named.title else []
    head += [", ".join(filter(None, (printable(publisher), day(named.dated)))), f"{named.file} (id {id})"]
    yield "\n".join(head)
    yield "\n".join(filter(None, (fate, repeated)))
    rows = warehouse.rows("relations_of", id=id, most=MOST_RELATIONS)
    texts = {
        each: printable(text, longest=len(text) * 8 + 1)  # whole, as what it shares is to be seen
        for each, text in counted_texts(warehouse, [each for row in rows for each in row[:2]]).items()
    }
    for *relation, path, member, dated, title, _ in rows:
        kept = Relation(*relation)
        facing = kept.other if kept.document == id else kept.document
        yield "\n".join(_related(kept, id, _Named(facing, path, member, dated, title), texts, run, marks))
    if rows and rows[0][-1] > len(rows):
        yield f"And {rows[0][-1] - len(rows):,} relations more: `broadsheet export relations` has them all."


def _related(
    relation: Relation, id: str, facing: _Named, texts: Mapping[str, str], run: str, marks: Marks
) -> Iterator[str]:
    """One relation, from where this document stands."""
    own = relation.document == id
    yield f"{_KINDS[relation.relation][not own]} {facing.told}"
    yield f"  {day(facing.dated)}, {facing.file} (id {facing.id})"
    yield f"  {relation.why if relation.why.startswith(relation.rule) else f'{relation.rule}: {relation.why}'}"
    if relation.relation == "exact":
        return  # of two texts that are one nothing need be shown, and one only is kept
    both, shorter = percentage(relation.jaccard), percentage(relation.containment)
    yield f"  {both} of their runs of {run} stand in both (Jaccard), {shorter} of the shorter text's (containment)"
    old, new = texts[relation.other], texts[relation.document]
    lines = passages(old, new)
    if relation.relation != "related":  # a story told anew differs everywhere
        lines += places(old, new, f"from {'that text to this one' if own else 'this text to that one'}:", marks)
    yield from (f"  {line}" for line in lines)
