"""The persons named in one document, in the order of the text -> the full name that each naming stands for.

A name of several parts is a full name. One part alone, or the last or first parts of a longer name ("Suu Kyi"), stands
for the one full name in which it comes last or, where none has it last, first (the family name of "Xi Jinping", or a
given name), or else in the middle ("Peña" of "Enrique Peña Nieto"). Where several could be meant, a title decides: the
sex that it tells, who bears that office here. "President X" is none who is only introduced as somebody's wife, but
stays on its own, unless the table of people says who it is. Then it is one whom the reader knew at that place
(newspapers name in full on first mention; in a headline the one that is named first after it), rather the one who was
not introduced as a relative, and of those the one named twice as often up to there as any other. Otherwise the name
stays apart. Initials never join names that differ in anything else.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from tasks.entities import gazetteers
from tasks.entities.names import fold, generation, is_initial, parts, without_initials
from tasks.entities.titles import NONE, RELATIVE, Title

_DOMINANT = 2  # times as often
_MANY = 12  # bearers of one name: nobody could tell them apart by it
_LONGEST = 8  # parts of a name that are looked at
_NOT_IN_OFFICE = frozenset({RELATIVE, "first lady"})

Parts = tuple[str, ...]
Edges = dict[Parts, tuple[list[str], list[str], list[str]]]


@dataclass(frozen=True, slots=True)
class Naming:
    """A place where a person is named: the name without titles, and the title before it."""

    name: str
    title: Title = NONE


@cache
def _listed() -> dict[Parts, str]:
    """Give the name that is shown of people known under several, by each of these."""
    return {parts(form): name for name, others in gazetteers.rows("people") for form in (name, *others.split("|"))}


@cache
def _sexes() -> dict[str, str]:
    return {fold(name): sex for name, sex in gazetteers.rows("sexes")}


def stand_for(namings: Sequence[Naming]) -> list[str]:
    """Give for each naming the full name of whom it means, or its own name where that cannot be told."""
    return _Reader(namings).read()


def surnames(names: Iterable[str]) -> frozenset[str]:
    """Give the last parts of full names, and the names of one part, in the form in which names are compared."""
    last = (one[-2] if generation(one) else one[-1] for one in map(parts, dict.fromkeys(names)))
    return frozenset(last)


class _Reader:
    """Goes through the namings of a document and keeps what a reader knows by then."""

    def __init__(self, namings: Sequence[Naming]) -> None:
        self.namings = namings
        self.full = _full([one.name for one in namings])
        self.edges = _edges(self.full.values())
        self.edges = _edges(name for name in self.full.values() if len(self._options(name)) != 1)
        self.known: dict[str, int] = {}  # the full names by the first place where they stand
        self.often: Counter[str] = Counter()  # up to here, in full or by the last name
        self.in_full: Counter[str] = Counter(self.full[one.name] for one in namings if one.name in self.full)
        self.meant: dict[Parts, str] = {}  # whom a short name meant last
        self.sex: dict[str, str] = {}
        self.offices: dict[str, set[str]] = {}
        for place, one in enumerate(namings):
            if one.name in self.full:
                self._met(self.full[one.name], place, one.title)

    def _met(self, name: str, place: int, title: Title) -> None:
        self.known.setdefault(name, place)
        self.offices.setdefault(name, set()).add(title.office)
        if title.sex:
            self.sex.setdefault(name, title.sex)

    def read(self) -> list[str]:
        """Give the full name for each naming."""
        found = []
        for place, one in enumerate(self.namings):
            canonical = self.full.get(one.name) or _listed().get(parts(one.name), one.name)
            options = self._options(canonical)
            meant = self._meant(one.title, canonical, options, place) if options or one.title.words else None
            who = meant or canonical
            if parts(one.name)[-1] == parts(who)[-1]:
                self.often[who] += 1
            if meant:
                self.meant[parts(canonical)] = meant
            found.append(meant or canonical)
        return found

    def _options(self, name: str) -> list[str]:
        """Give the full names that a shorter one can mean."""
        own = parts(name)
        born = generation(own)
        ending, beginning, middle = self.edges.get(own[:-1] if born else own, ([], [], []))
        options = [one for one in (ending or beginning or middle)[: _MANY + 2] if one != name]
        if born:
            return [one for one in options if generation(parts(one)) == born]
        elders = [one for one in options if not generation(parts(one))]
        return elders if len(own) > 1 else elders or options  # "Paul Berg" is not his son, "Berg" may be

    def _meant(self, title: Title, name: str, options: list[str], place: int) -> str | None:
        """Give the one of the full names that is meant, None if there is none or it cannot be told."""
        if len(options) > _MANY:
            return None
        if title.sex:
            of_sex = [one for one in options if self._sex(one) == title.sex]
            options = of_sex or [one for one in options if not self._sex(one)]
        if title.office and title.office != RELATIVE:
            bearers = [one for one in options if title.office in self.offices.get(one, ())]
            everywhere = _listed().get((*parts(title.words), *parts(name)))
            if not bearers and everywhere and len(parts(name)) == 1:
                self._now_known(everywhere, name, place)
                return everywhere
            options = bearers or [one for one in options if not self.offices.get(one, set()) & _NOT_IN_OFFICE]
            if not options and len(parts(name)) == 1:
                self._now_known(name, name, place)
        return self._likeliest(options, name, place, title)

    def _now_known(self, holder: str, name: str, place: int) -> None:
        """Note that a surname from here on can mean who was named by it with an office."""
        options = self.edges.setdefault(parts(name), ([], [], []))[0]
        if holder not in self.known:
            self.known[holder] = place
        if holder not in options:
            options.append(holder)

    def _likeliest(self, options: list[str], name: str, place: int, title: Title) -> str | None:
        """Give whom the reader knows, rather than a relative, and if need be who is named far more often."""
        if len(options) > 1:  # a headline names whom the text then names first
            options = [one for one in options if self.known[one] < place] or [min(options, key=self.known.__getitem__)]
        if len(options) > 1:
            options = [one for one in options if RELATIVE not in self.offices.get(one, ())] or options
        if len(options) > 1:
            options = self._commonest(options, self.meant.get(parts(name)))
        if len(options) == 1 and options[0] != name:
            if title.sex:
                self.sex.setdefault(options[0], title.sex)
            return options[0]
        return None

    def _commonest(self, options: list[str], last: str | None) -> list[str]:
        """Give who is named far more often up to here, or was meant before and is ahead, or far more often in all."""
        first, second = sorted(options, key=lambda one: -self.often[one])[:2]
        ahead = self.often[first] >= _DOMINANT * self.often[second]
        if ahead or (first == last and self.often[first] > self.often[second]):
            return [first]
        most, next_ = sorted(options, key=lambda one: -self.in_full[one])[:2]
        return [most] if self.in_full[most] >= _DOMINANT * self.in_full[next_] else []

    def _sex(self, name: str) -> str:
        return self.sex.get(name) or _sexes().get(fold(name.split(" ")[0]), "")


def _full(names: Sequence[str]) -> dict[str, str]:
    """Give for each full name of a document the way it is written there: one spelling, without needless middle parts.

    Initials in the middle go, and middle names where the first and the last stand in the document without them, unless
    two people differ in nothing but these. What the table of people lists is written as it is there.
    """
    own = {name: parts(name) for name in dict.fromkeys(names) if " " in name}
    own = {name: of for name, of in own.items() if len(of) > 2 or (len(of) == 2 and not generation(of))}
    written: dict[str, str] = {}
    for name, of in own.items():
        written[name] = _listed().get(of) or name
    ends: dict[Parts, set[Parts]] = {}
    for name in own:
        bare = parts(without_initials(written[name]))
        for key in {bare, _ends(bare)}:
            ends.setdefault(key, set()).add(_middle(written[name]))
    plain = set(own.values())
    spelled: dict[Parts, str] = {}
    for name in own:
        shorter = _shorter(written[name], ends, plain)
        spelled.setdefault(parts(shorter), shorter)
        written[name] = spelled[parts(shorter)]
    listed: dict[Parts, set[str]] = {}
    for one in written.values():
        if one in _kept():
            listed.setdefault(parts(without_initials(one)), set()).add(one)
    return {name: _initialled(one, listed) for name, one in written.items()}


def _initialled(written: str, listed: dict[Parts, set[str]]) -> str:
    """Give the listed name with initials that a name without them means where it is the only one of the document."""
    same = listed.get(parts(written), ())
    return next(iter(same)) if len(same) == 1 else written


@cache
def _kept() -> frozenset[str]:
    """Give the listed names whose initials tell people apart."""
    return frozenset(name for name, _ in gazetteers.rows("people") if without_initials(name) != name)


def _middle(name: str) -> Parts:
    """Give what stands between the first and the last part of a name, and its generation."""
    of = parts(name)
    born = generation(of)
    return (*(of[1:-2] if born else of[1:-1]), born)


def _ends(of: Parts) -> Parts:
    """Give the first and the last part of a name, with its generation."""
    return (of[0], *of[-2:]) if generation(of) else (of[0], of[-1])


def _shorter(name: str, ends: dict[Parts, set[Parts]], plain: set[Parts]) -> str:
    """Give a full name without the middle parts that tell nobody apart in this document."""
    if name in _listed().values():
        return name
    bare = without_initials(name)
    if len({middle for middle in ends[parts(bare)] if middle[:-1] != _middle(bare)[:-1]}) > 1:
        return name
    short = _ends(parts(bare))
    if short == parts(bare):
        return bare
    others = {middle for middle in ends.get(short, ()) if any(len(piece) > 1 for piece in middle[:-1])}
    if short in plain and len(others) < 2 and not generation(short):
        words = bare.split(" ")
        return f"{words[0]} {words[-1]}"
    return bare


def _edges(names: Iterable[str]) -> Edges:
    """Give the full names by their shorter forms: (those that end so, those that begin so, those with it within)."""
    found: Edges = {}
    for name in dict.fromkeys(names):
        of = parts(name)[: _LONGEST + 1]
        if generation(of):
            found.setdefault(of[:-1], ([], [], []))[0].append(name)
            of = of[:-1]
        for cut in range(1, len(of)):
            found.setdefault(of[cut:], ([], [], []))[0].append(name)
            found.setdefault(of[:cut], ([], [], []))[1].append(name)
        for piece in of[1:-1]:
            if not is_initial(piece) and len(piece) > 2:
                found.setdefault((piece,), ([], [], []))[2].append(name)
    return found
