"""The full names of a document's organisations -> which of them a shorter name stands for.

By its beginning: "Norden" for "Norden Systems", unless what is left away is a part ("Senate Judiciary Committee") or
the beginning a word of many names ("National"). By its end behind "the", once the full name has been met: "the
Gazette". By its head behind "the": "the Institute" for "Institute for Soil Research". Turned around: "Defence
Ministry" for "Ministry of Defence". Without its nation: "Lumber Board" for "U.S. Lumber Board". Only where one name
can be meant.
"""

import re
from collections.abc import Sequence
from functools import cache

from tasks.entities import countries, gazetteers, names

_OF = re.compile(r" (?:of|for|on|in|to|and) ")
_NATION = re.compile(r"^(?:us|united states|uk) ")
_LONGEST = 8  # words of a name that are looked at

Found = dict[str, set[str]]


@cache
def _words(of_list: str) -> frozenset[str]:
    return frozenset(entry for name, entry in gazetteers.rows("organisation_words") if name == of_list)


class ShortForms:
    """What the shorter forms of the names of one document mean."""

    def __init__(self, full: Sequence[str], surnames: frozenset[str]) -> None:
        self.beginnings: Found = {}
        self.turned: Found = {}
        self.endings: Found = {}  # of the names that have been met
        self.surnames = surnames
        self.used: dict[str, str] = {}  # what "the" and a last word have meant so far
        self.full = {_key(name): name for name in reversed(full)}
        for name in full:
            for short in _beginnings(name):
                self.beginnings.setdefault(short, set()).add(name)
            for other in _turned(name):
                self.turned.setdefault(other, set()).add(name)

    def met(self, name: str) -> None:
        """Note that a name has been met, so that "the" and its last word can mean it."""
        if " " in name:
            for short in _endings(name):
                self.endings.setdefault(short, set()).add(self.full.get(_key(name), name))

    def meant(self, name: str, *, the: bool) -> str | None:
        """Give the one full name that a shorter name means, None if there is none or it cannot be told."""
        short = _key(name)
        if short in self.surnames:
            return None
        for forms in (self.turned, self.beginnings, self.endings if the else {}):
            bearers = forms.get(short, set())
            options = bearers if len(bearers) > 2 else {one for one in bearers if _key(one) != short}
            if len(options) == 1:
                (full,) = options
                self.used[short] = full
                return full
            if options:
                return None
        return self.used.get(short)


def _key(name: str) -> str:
    return " ".join(names.fold(part) for part in name.replace("’", "'").replace("'", "").split(" "))


def _beginnings(name: str) -> list[str]:
    """Give the beginnings of a name that can stand for the whole."""
    found = []
    words = [names.fold(word) for word in name.split(" ")[: _LONGEST + 1]]
    for cut in range(1, len(words)):
        head, tail = words[:cut], words[cut:]
        whole = tail[-1] in _words("whole") and not any(word in _words("part") for word in tail)
        pair = len(words) == 2 and tail[0] not in _words("part")
        if (whole or pair) and not _common(name.split(" ")[:cut]):
            found.append(" ".join(head))
    return found


def _common(head: Sequence[str]) -> bool:
    """Tell whether the beginning of a name says nothing alone: "National", "American", "New York", "University of"."""
    text = " ".join(head)
    if head[-1].islower() or countries.country(text) or countries.nationality(text) or countries.country_of_place(text):
        return True
    return all(names.fold(word) in _words("general") for word in head)


def _endings(name: str) -> list[str]:
    """Give what behind "the" can stand for a name that has been met: its last word, its head before "of"."""
    head = _OF.split(name)[0]
    last = {name.split(" ")[-1], head.split(" ")[-1]} if head != name else {name.split(" ")[-1]}
    found = sorted(names.fold(word) for word in last)
    return [word for word in found if word not in _words("apart") and len(word) > 2]


def _turned(name: str) -> list[str]:
    """Give the other ways to say a name: "Department of X" and "X Department", without its nation."""
    small = _key(name)
    found = []
    without = _NATION.sub("", small)
    if without != small:
        found.append(without)
    if name.endswith((".com", ".org", ".net")):
        found.append(_key(name[:-4]))
    for word in _words("turned"):
        of = f"{word} of "
        if without.startswith(of):
            rest = without.removeprefix(of).removeprefix("the ")
            if not (word == "university" and _two_universities(name)):
                found.append(f"{rest} {word}")
    return sorted(found)


def _two_universities(name: str) -> bool:
    """Tell whether a university may have a namesake the other way round: "of Washington", "of Miami"."""
    place = name.split(" of ", 1)[1].removeprefix("the ")
    return countries.country_of_place(place) == "US"
