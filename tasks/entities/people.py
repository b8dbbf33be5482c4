"""The persons named in one document -> the full name that each of their names stands for.

A name of several parts is a full name. One part alone, or the last or first parts of a longer name ("Suu Kyi"), joins
the one full name in which it stands last or, where none has it last, first (the family name of "Xi Jinping", or a given
name). Where several could be meant it joins the one that the reader knew when it was first used alone (newspapers name
in full on first mention), or else the one that is named in full twice as often as any other. Otherwise it stays apart.
Initials alone never join names that differ in anything else.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from tasks.entities.names import fold, is_initial, without_initials

_DOMINANT = 2  # times as often


def full_names(names: Sequence[str]) -> dict[str, str]:
    """Give for each name, in the order of the text with repetitions, the full name it stands for."""
    first_met = {name: place for place, name in reversed(list(enumerate(names)))}
    order = sorted(first_met, key=first_met.__getitem__)
    full = _joined_middles([name for name in order if " " in name])
    known = {canonical: first_met[name] for name, canonical in reversed(full.items())}
    by_edge = _by_edge(full.values())
    often = Counter(full[name] for name in names if name in full)
    stands_for = {}
    for name in order:
        canonical = full.get(name, name)
        stands_for[name] = _meant(canonical, first_met[name], by_edge, known, often) or canonical
    return {name: stands_for.get(canonical, canonical) for name, canonical in stands_for.items()}


def _joined_middles(names: list[str]) -> dict[str, str]:
    """Give each full name without the initials in its middle, unless two people differ in nothing but these.

    Middle names go too where the first and the last name stand in the document without them.
    """
    middles: dict[str, set[str]] = {}
    for name in names:
        initials = "".join(fold(part) for part in name.split(" ")[1:-1] if is_initial(part))
        if initials:
            middles.setdefault(fold(without_initials(name)), set()).add(initials)
    plain = {fold(name) for name in names if name.count(" ") == 1}
    spelled: dict[str, str] = {}
    joined = {}
    for name in names:
        shorter = without_initials(name)
        parts = name.split(" ")
        if len(middles.get(fold(shorter), ())) > 1:
            shorter = name
        elif fold(f"{parts[0]} {parts[-1]}") in plain:
            shorter = f"{parts[0]} {parts[-1]}"
        joined[name] = spelled.setdefault(fold(shorter), shorter)
    return joined


def _by_edge(names: Iterable[str]) -> dict[str, tuple[list[str], list[str]]]:
    """Give the full names by each of their beginnings and endings: (those that end so, those that begin so)."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for name in dict.fromkeys(names):
        parts = [fold(part) for part in name.split(" ")]
        if parts[-1] in ("jr", "sr"):
            parts.pop()
        for cut in range(1, len(parts)):
            found.setdefault(" ".join(parts[cut:]), ([], []))[0].append(name)
            found.setdefault(" ".join(parts[:cut]), ([], []))[1].append(name)
    return found


def _meant(
    name: str, place: int, by_edge: dict[str, tuple[list[str], list[str]]], known: dict[str, int], often: Counter[str]
) -> str | None:
    """Give the one full name that a shorter one can mean, None if there is none or it cannot be told."""
    ending, beginning = by_edge.get(" ".join(map(fold, name.split(" "))), ([], []))
    candidates = [one for one in ending or beginning if one != name]
    if len(candidates) > 1:
        candidates = [one for one in candidates if known[one] < place] or candidates
    if len(candidates) > 1:
        first, second = sorted(candidates, key=lambda one: -often[one])[:2]
        candidates = [first] if often[first] >= _DOMINANT * often[second] else []
    return candidates[0] if len(candidates) == 1 else None
