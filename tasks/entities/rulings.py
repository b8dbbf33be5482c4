"""The operator's entities.toml -> rulings on entities: what is one, what is two, how it is called, what is left out.

docs/entities-toml.md says what may stand there. What is wrong in the file is refused with the table, its number and the
remedy; what nothing in the warehouse bears is no fault, but told (tasks/entities/ruled.py, which applies them).
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from tasks.entities.names import slug
from tasks.errors import RulingsError
from tasks.records import Kind

KINDS = get_args(Kind)
SORTS = ("person", "org", "place", "country", "norp")
_KEYS: dict[str, tuple[frozenset[str], frozenset[str]]] = {  # of each table: the keys that must stand, those that may
    "merge": (frozenset({"into", "names"}), frozenset({"kind"})),
    "split": (frozenset({"entity", "with", "name"}), frozenset({"id", "kind"})),
    "rename": (frozenset({"entity", "name"}), frozenset({"kind"})),
    "ignore": (frozenset({"entity"}), frozenset({"kind"})),
    "correct": (frozenset({"entity"}), frozenset({"kind", "to", "country"})),
}


@dataclass(frozen=True, slots=True)
class Which:
    """What a ruling is about: an entity by its id, or all that bear a name, of one kind or ("") of any."""

    said: str
    kind: str = ""

    @property
    def is_id(self) -> bool:
        """Tell whether an id was written ("person:anna-berg") and not a name."""
        return self.said.partition(":")[0] in SORTS and ":" in self.said

    @property
    def key(self) -> str:
        """Give what two ways to write one name have in common."""
        return self.said if self.is_id else f"{self.kind or '?'}:{slug(self.said)}"


@dataclass(frozen=True, slots=True)
class Merge:
    """These entities are one: `names` go into `into`."""

    into: Which
    names: tuple[Which, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Split:
    """In the documents that name one of `company`, the entity is another, with this name and id."""

    entity: Which
    company: tuple[Which, ...]
    name: str
    id: str
    place: str


@dataclass(frozen=True, slots=True)
class Rename:
    """The entity is shown under this name; its id stays."""

    entity: Which
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Ignore:
    """The entity is left out everywhere."""

    entity: Which
    place: str


@dataclass(frozen=True, slots=True)
class Correct:
    """The entity is of another kind or country; "" leaves it as it is, "none" as a country takes it away."""

    entity: Which
    to: Kind | None
    country: str | None
    place: str


R = TypeVar("R", Rename, Correct)


@dataclass(frozen=True, slots=True)
class Rulings:
    """All that the file says, in its order."""

    merges: tuple[Merge, ...] = ()
    splits: tuple[Split, ...] = ()
    renames: tuple[Rename, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    corrections: tuple[Correct, ...] = ()


def parse(text: str, file: str = "entities.toml") -> Rulings:
    """Read the file's text, or raise RulingsError. file: how messages call it."""
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RulingsError(f"{file} is not TOML: {error}. Mend that line; the docs have a complete example.") from error
    unknown = sorted(read.keys() - _KEYS.keys())
    if unknown:
        raise RulingsError(f"{file}: there is no table [[{unknown[0]}]]. There are {_listed(_KEYS, '[[{}]]')}.")
    tables = {table: list(_tables(read, table, file)) for table in _KEYS}
    return Rulings(
        merges=tuple(_merge(row, place) for row, place in tables["merge"]),
        splits=tuple(_split(row, place) for row, place in tables["split"]),
        renames=_once([Rename(_which(row, place), row["name"], place) for row, place in tables["rename"]]),
        ignores=tuple(Ignore(_which(row, place), place) for row, place in tables["ignore"]),
        corrections=_once([_correct(row, place) for row, place in tables["correct"]]),
    )


def _tables(read: Mapping[str, Any], table: str, file: str) -> Iterable[tuple[dict[str, Any], str]]:
    """Give the tables of one sort with where they stand, their keys and the types of their values checked."""
    rows = read.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RulingsError(f"{file}: [{table}] stands once only. Write [[{table}]], with two brackets, before each.")
    must, may = _KEYS[table]
    for number, row in enumerate(rows, 1):
        place = f"{file}, [[{table}]] no. {number}"
        for key in sorted(row.keys() - must - may):
            raise RulingsError(f"{place}: there is no key {key!r}. Keys are {_listed(sorted(must | may), '{}')}.")
        for key in sorted(must - row.keys()):
            raise RulingsError(f"{place}: {key!r} is missing. Add a line: {key} = {_example(key)}")
        for key, value in row.items():
            _check(key, value, place)
        yield row, place


def _check(key: str, value: object, place: str) -> None:
    if key in ("names", "with"):
        if not isinstance(value, list) or not value or not all(isinstance(one, str) and slug(one) for one in value):
            raise RulingsError(f"{place}: {key!r} must be a list of names or ids: {key} = {_example(key)}")
    elif not isinstance(value, str) or not slug(value):
        raise RulingsError(f"{place}: {key!r} must be text in quotation marks: {key} = {_example(key)}")
    elif key in ("kind", "to") and value not in KINDS:
        raise RulingsError(f"{place}: {value!r} is no kind. Kinds are {_listed(KINDS, '{}')}.")
    elif key == "country" and value != "none" and not (len(value) == 2 and value.isalpha() and value.isupper()):
        raise RulingsError(f'{place}: {value!r} is no country. Write the two letters of ISO 3166 ("US"), or "none".')
    elif key == "id" and not Which(value).is_id:
        raise RulingsError(f"{place}: {value!r} is no id. Ids begin with {_listed(SORTS, '{}:')}.")


def _example(key: str) -> str:
    lists = {"names": '["Anna B. Berg", "person:berg"]', "with": '["Ohio", "org:acme"]'}
    return lists.get(key) or {"kind": '"PERSON"', "to": '"ORG"', "country": '"NO"'}.get(key, '"Anna Berg"')


def _listed(names: Iterable[str], form: str) -> str:
    return ", ".join(form.format(name) for name in names)


def _which(row: Mapping[str, Any], place: str, key: str = "entity") -> Which:
    which = Which(row[key].strip(), row.get("kind", ""))
    if which.is_id and which.kind:
        raise RulingsError(f"{place}: {which.said!r} is an id, which says its kind. Take the line with 'kind' out.")
    return which


def _merge(row: Mapping[str, Any], place: str) -> Merge:
    kind = row.get("kind", "")
    into, *names = (
        Which(said.strip(), "" if Which(said.strip()).is_id else kind) for said in (row["into"], *row["names"])
    )
    return Merge(into, tuple(names), place)


def _split(row: Mapping[str, Any], place: str) -> Split:
    company = tuple(Which(said.strip()) for said in row["with"])
    return Split(_which(row, place), company, row["name"], row.get("id", ""), place)


def _correct(row: Mapping[str, Any], place: str) -> Correct:
    if "to" not in row and "country" not in row:
        raise RulingsError(f'{place}: nothing is corrected. Add a line: to = "ORG" or country = "NO".')
    country = row.get("country")
    return Correct(_which(row, place), row.get("to"), "" if country == "none" else country, place)


def _once(rows: list[R]) -> tuple[R, ...]:
    """Give the rulings if no two are about one entity, else refuse the second."""
    first: dict[str, str] = {}
    for row in rows:
        if first.setdefault(row.entity.key, row.place) != row.place:
            raise RulingsError(
                f"{row.place}: {row.entity.said!r} is ruled on by {first[row.entity.key]} too. Keep one."
            )
    return tuple(rows)
