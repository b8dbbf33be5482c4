"""The documents that name one person, each with the company it keeps -> whether that is one life or several.

Documents that share any of the company belong together; so does what a chain of them joins. Only groups of two
documents or more count as lives of their own, and only where they clearly differ: in the countries or in the fields
that each has of its own. Initials in the middle that differ tell people apart whatever they share. All else stays with
the first life: to leave two people as one is the smaller fault.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.entities.names import is_initial, person, slug
from tasks.entities.titles import NONE, RELATIVE, title_before

_LEAST = 2  # documents of a life
_LEAST_BY_PLACE = 3  # where nothing but towns tells them apart: anybody may have been in two towns
_OCCUPATION = re.compile(r",\s(?:an?|the)\s((?:[\w’'-]+[ ]){0,5}[\w’'-]+)")
_EMPTY = frozenset({"from", "with", "which", "that", "were", "have", "their", "former", "then", "late", "longtime"})
_SORTS = ("place", "country", "field", "org", "norp", "person")  # by what a life is told apart, best first


@dataclass(frozen=True, slots=True)
class Appearance:
    """A document that names the person.

    dated: ISO 8601. beside: the ids of the other entities, without those that half the corpus names. fields: words of
    the title or occupation beside the name (`fields`). middle: initials in the middle of the name ("hw"), "" for none.
    """

    document: str
    dated: str
    beside: frozenset[str]
    fields: frozenset[str] = frozenset()
    middle: str = ""


def fields(text: str, start: int, end: int) -> frozenset[str]:
    """Give the words that tell what somebody is, before a name ("Senator") and behind it (", a baker from")."""
    title = title_before(text, start)
    found = {title.office or title.words} if title != NONE and title.office != RELATIVE else set()
    behind = _OCCUPATION.match(text, end)
    words = behind[1].split() if behind else []
    return frozenset(found) | {word for word in words if word.islower() and len(word) > 3 and word not in _EMPTY}


def middle(surface: str) -> str:
    """Give the initials in the middle of a name as they are compared: "George H.W. Bush" has "hw"."""
    inner = person(surface).split(" ")[1:-1]
    return "".join(c for part in inner if is_initial(part) for c in part.lower() if c.isalpha())


def lives(id_: str, appearances: Sequence[Appearance], given: Mapping[str, str]) -> dict[str, str]:
    """Give for each document the id of the life it tells of: `id_`, or `id_` with what tells another life apart.

    given: the ids that documents had in earlier issues, which they keep; their life keeps it too. Without one the life
    of the most documents keeps `id_`, of those the earliest. The order of the appearances does not matter.
    """
    order = sorted(appearances, key=lambda one: (one.dated, one.document))
    groups = _by_middle(order) or _by_company(order)
    named = _ids(id_, groups, given)
    found = {one.document: name for group, name in zip(groups, named, strict=True) for one in group}
    return {one.document: given.get(one.document, found.get(one.document, id_)) for one in order}


Group = list[Appearance]


def _by_middle(order: Sequence[Appearance]) -> list[Group]:
    """Give a group for each of the initials that differ, with what keeps their company; none if they do not differ."""
    counts = Counter(one.middle for one in order if one.middle)
    groups = {initials: [one for one in order if one.middle == initials] for initials in sorted(counts)}
    groups = {initials: group for initials, group in groups.items() if len(group) >= _LEAST}
    if len(groups) < 2:
        return []
    beside = {initials: Counter(one for of in group for one in of.beside) for initials, group in groups.items()}
    for one in order:
        if not one.middle:
            shared = sorted(((len(one.beside & of.keys()), initials) for initials, of in beside.items()), reverse=True)
            if shared[0][0] > shared[1][0]:
                groups[shared[0][1]].append(one)
    return [sorted(group, key=lambda one: (one.dated, one.document)) for group in groups.values()]


def _by_company(order: Sequence[Appearance]) -> list[Group]:
    """Give the groups that share nothing and clearly differ; none if there are not two."""
    groups = [group for group in _joined(order) if len(group) >= _LEAST]
    kept: list[Group] = []
    for group in groups:  # the first to come, then what differs from all before it
        if all(_differ(group, other) for other in kept):
            kept.append(group)
    return kept if len(kept) > 1 else []


def _joined(order: Sequence[Appearance]) -> list[Group]:
    """Give the documents in groups joined by any shared company, the largest first, of those the earliest."""
    parent = list(range(len(order)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    first: dict[str, int] = {}
    for place, one in enumerate(order):
        for shared in sorted(one.beside | {f"field:{word}" for word in one.fields}):
            parent[root(place)] = root(first.setdefault(shared, place))
    groups: dict[int, Group] = {}
    for place, one in enumerate(order):
        groups.setdefault(root(place), []).append(one)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0].dated, group[0].document))


def _differ(group: Group, other: Group) -> bool:
    """Tell whether two groups that share nothing each have a field, a country or, if they are larger, a place."""
    both = (group, other)
    told = [sort for sort in ("field", "country", "place") if all(_told(one, sort) for one in both)]
    return bool(told) and (told != ["place"] or min(map(len, both)) >= _LEAST_BY_PLACE)


def _told(group: Group, sort: str) -> Counter[str]:
    """Give what a group has of one sort in more than half of its documents, with the number of these."""
    if sort == "field":
        counts = Counter(word for one in group for word in one.fields)
    else:
        counts = Counter(one for of in group for one in of.beside if one.startswith(f"{sort}:"))
    return Counter({one: count for one, count in counts.items() if 2 * count > len(group)})


def _ids(id_: str, groups: Sequence[Group], given: Mapping[str, str]) -> list[str]:
    """Give an id for each group: the one that its documents were given, the plain one, or one of its own."""
    owned = [Counter(given[one.document] for one in group if one.document in given) for group in groups]
    names = [min(counts, key=lambda one: (-counts[one], one)) if counts else "" for counts in owned]
    taken = {*names, *given.values()}
    plain = sorted(range(len(groups)), key=lambda i: (-len(groups[i]), groups[i][0].dated, groups[i][0].document))
    for i in plain:
        if not names[i]:
            others = [one for j, group in enumerate(groups) if j != i for one in group]
            names[i] = id_ if id_ not in taken else _free(f"{id_}~{_mark(groups[i], others)}", taken)
            taken.add(names[i])
    return names


def _mark(group: Group, others: Sequence[Appearance]) -> str:
    """Give what tells a group apart: initials, else the place, country, field or company that most of it has alone."""
    if group[0].middle and any(one.middle for one in others):
        return Counter(one.middle for one in group if one.middle).most_common(1)[0][0]
    elsewhere = {word for one in others for word in one.beside | one.fields}
    for sort in _SORTS:
        counts = _told(group, sort)
        alone = {one: count for one, count in counts.items() if one not in elsewhere}
        if alone:
            most = min(alone, key=lambda one: (-alone[one], one))
            return slug(most.partition(":")[2] or most)
    return "2"


def _free(id_: str, taken: set[str]) -> str:
    """Give an id that is not taken yet, with a number behind it if need be."""
    number = 2
    free = id_
    while free in taken:
        free, number = f"{id_}-{number}", number + 1
    return free
