"""How well mentions are put together into entities within a document, where a person has numbered the entities.

    PYTHONPATH=. .venv/bin/python tests/benchmarks/identity.py GUM_FOLDER [--half development|checking] [--wrong N]
    PYTHONPATH=. .venv/bin/python tests/benchmarks/identity.py GOLD.json --corpus FOLDER [--whole] [--recognised]

What is counted are the pairs of mentions of one document that name one thing in different words: case, points, "the"
and a possessive make no other words. Mentions are those of the gold, so that faults of recognition do not blur the
score; with --recognised those of them that we find ourselves, with our kinds; the others count as left apart. Where the
gold marks a passage of a longer text, --whole adds what we recognise around it, whose pairs do not count: that is how
we are used. Beside ours stand two simple ways: never joining other words, and joining surnames and explained acronyms
alone.
"""

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from tasks.entities import recognise
from tasks.entities.acronyms import acronym_after
from tasks.entities.identity import identify
from tasks.entities.names import bare, fold, is_name, person
from tasks.records import Kind, Mention

Ids = Sequence[str]
Way = Callable[["Gold"], Ids]
_KINDS: dict[str, Kind] = {"person": "PERSON", "organization": "ORG", "place": "GPE"}
_SMALL = frozenset({"of", "the", "and", "for", "de", "von", "van", "&", "on", "in", "-", ".", "'s", "’s"})
_ROLE = re.compile(r" (?:of|to|for) ")


@dataclass(frozen=True, slots=True)
class Gold:
    """A document with its mentions and the number of the entity that each names, "" for nobody or not marked.

    missed: the offsets of mentions that no way is shown.
    """

    name: str
    text: str
    mentions: tuple[Mention, ...]
    entities: tuple[str, ...]
    missed: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of mentions in different words: given and right, given, and in the gold."""

    right: int = 0
    given: int = 0
    gold: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.given + other.given, self.gold + other.gold)

    def __str__(self) -> str:
        precision = self.right / self.given if self.given else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * self.right / (self.given + self.gold) if self.given + self.gold else 0.0
        return f"P {precision * 100:5.1f}  R {recall * 100:5.1f}  F1 {f1 * 100:5.1f}  ({self.gold} pairs)"


def words(surface: str) -> str:
    """Give a surface in the form in which it is "the same words" as another."""
    return " ".join(fold(part) for part in bare(surface).split(" "))


def _pairs(groups: Iterable[tuple[str, str]]) -> int:
    """Count the pairs that share the first part and differ in the second."""
    by_id: dict[str, Counter[str]] = defaultdict(Counter)
    for entity, form in groups:
        by_id[entity][form] += 1
    return sum((c.total() ** 2 - sum(n * n for n in c.values())) // 2 for c in by_id.values())


def score(gold: Gold, given: Ids) -> Score:
    """Compare the ids given to the mentions of a document ("" for nobody) with its own."""
    forms = [words(mention.surface) for mention in gold.mentions]
    counted = [one if truth else "" for one, truth in zip(given, gold.entities, strict=True)]
    ours = [(one, form) for one, form in zip(counted, forms, strict=True) if one]
    theirs = [(one, form) for one, form in zip(gold.entities, forms, strict=True) if one]
    both = [(f"{a}\t{b}", form) for a, b, form in zip(given, gold.entities, forms, strict=True) if a and b]
    return Score(_pairs(both), _pairs(ours), _pairs(theirs))


def wrong(gold: Gold, given: Ids) -> Iterator[str]:
    """Give the pairs of forms that are wrongly joined ("+") or left apart ("-"), with how often."""
    forms = [(words(m.surface), one, id_) for m, one, id_ in zip(gold.mentions, gold.entities, given, strict=True)]
    distinct = Counter(form for form in forms if form[1])
    rows = sorted(distinct)
    for i, (form, truth, ours) in enumerate(rows):
        for other, other_truth, other_ours in rows[i + 1 :]:
            same, joined = truth == other_truth != "", ours == other_ours != ""
            if form != other and same != joined:
                times = distinct[form, truth, ours] * distinct[other, other_truth, other_ours]
                yield f"{'+' if joined else '-'} {times:4} {form} | {other}   ({ours}, {other_ours})  {gold.name}"


def same_words(gold: Gold) -> Ids:
    """Join nothing but the same words."""
    return [words(mention.surface) for mention in gold.mentions]


def simple(gold: Gold) -> Ids:
    """Join a surname to the last full name that ends so, and an acronym in brackets to the name before it."""
    full: dict[str, str] = {}
    short: dict[str, str] = {}
    found = []
    for mention in gold.mentions:
        name = words(person(mention.surface) if mention.kind == "PERSON" else mention.surface)
        if mention.kind == "PERSON" and " " in name:
            full[name.rsplit(" ", 1)[1]] = name
        acronym = acronym_after(gold.text, mention.end, bare(mention.surface))
        if acronym:
            short[fold(acronym)] = name
        found.append((full if mention.kind == "PERSON" else short).get(name, name))
    return found


def ours(gold: Gold) -> Ids:
    """Give the ids of `identify`."""
    shown = [mention for mention in gold.mentions if (mention.start, mention.end) not in gold.missed]
    ids = {(one.mention.start, one.mention.end): one.entity.id for one in identify(gold.text, shown)}
    return [ids.get((mention.start, mention.end), "") for mention in gold.mentions]


def recognised(gold: Gold) -> Gold:
    """Give the document with the mentions that we find ourselves; those that the gold has not have no entity."""
    known = {(m.start, m.end): one for m, one in zip(gold.mentions, gold.entities, strict=True)}
    found = recognise(gold.text)
    ours = {(m.start, m.end) for m in found}
    pairs = [(m, known.get((m.start, m.end), "")) for m in found]
    lost = [(m, known[m.start, m.end]) for m in gold.mentions if (m.start, m.end) not in ours]
    kept = sorted(pairs + lost, key=lambda pair: (pair[0].start, pair[0].end))
    missed = frozenset((m.start, m.end) for m, _ in lost)
    return Gold(gold.name, gold.text, tuple(m for m, _ in kept), tuple(one for _, one in kept), missed)


def around(gold: Gold) -> Gold:
    """Give the document with the mentions that we find before and behind the passage that the gold marks."""
    first, last = gold.mentions[0].start, gold.mentions[-1].end
    found = recognise(gold.text)
    before = tuple(mention for mention in found if mention.end <= first)
    behind = tuple(mention for mention in found if mention.start >= last)
    entities = ("",) * len(before) + gold.entities + ("",) * len(behind)
    return Gold(gold.name, gold.text, (*before, *gold.mentions, *behind), entities)


def gum(path: Path) -> Gold:
    """Read a document of GUM: of each person, organisation and place the run of proper nouns around its head."""
    pieces: list[str] = []
    tokens: list[tuple[int, int, str, str]] = []  # start, end, part of speech, form
    opened: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    spans: list[tuple[int, int, list[str]]] = []
    position = 0
    for line in path.read_text("utf-8").split("\n"):
        columns = line.split("\t")
        if not line.strip():
            pieces.append("\n")
            position += 1
        if len(columns) != 10 or not columns[0].isdigit():
            continue
        tokens.append((position, position + len(columns[1]), columns[3], columns[1]))
        gap = "" if "SpaceAfter=No" in columns[9] else " "
        pieces.append(columns[1] + gap)
        position += len(columns[1]) + len(gap)
        marks = re.search(r"Entity=([^|]*)", columns[9])
        for mark in re.findall(r"\([^()]*\)?|[^()]+\)", marks[1]) if marks else ():
            fields = mark.strip("()").split("-")
            if mark.startswith("("):
                opened[fields[0]].append((len(tokens) - 1, fields))
            if mark.endswith(")"):
                begin, kept = opened[fields[0]].pop()
                spans.append((begin, len(tokens), kept))
    return _named(path.stem, "".join(pieces), tokens, spans)


def _named(
    name: str, text: str, tokens: list[tuple[int, int, str, str]], spans: list[tuple[int, int, list[str]]]
) -> Gold:
    found: dict[tuple[int, int], tuple[Mention, str]] = {}
    for begin, end, fields in sorted(spans, key=lambda span: (span[0], -span[1])):
        kind = _KINDS.get(fields[1])
        heads = [begin + int(place) - 1 for place in fields[5].split(",") if place.isdigit()] if len(fields) > 5 else []
        if kind is None or len(fields) < 8 or not heads or tokens[heads[0]][2] != "PROPN":  # the eighth: its article
            continue
        first = last = heads[0]
        while first > begin and (tokens[first - 1][2] == "PROPN"):
            first -= 1
        while last + 1 < end and _goes_on(tokens, last + 1, end, kind):
            last += 1
        start, stop = tokens[first][0], tokens[last][1]
        surface = text[start:stop]
        if kind == "PERSON" and last + 1 < end and tokens[last + 1][3] in ("of", "at", "in"):
            continue  # "Lord Protector of", "Professor at": an office
        role = kind == "PERSON" and (_ROLE.search(surface) or not is_name(person(surface)) or not person(surface))
        if is_name(bare(surface)) and not role and (start, stop) not in found:
            found[start, stop] = (Mention(start, stop, kind, surface), fields[0])
    kept: list[tuple[Mention, str]] = []
    for mention, one in sorted(found.values(), key=lambda pair: (pair[0].start, -pair[0].end)):
        if not kept or mention.start >= kept[-1][0].end:
            kept.append((mention, one))
    return Gold(name, text, tuple(m for m, _ in kept), tuple(one for _, one in kept))


def _goes_on(tokens: list[tuple[int, int, str, str]], place: int, end: int, kind: str) -> bool:
    """Tell whether the name goes on at a token: a proper noun, or a small word with one behind it."""
    if tokens[place][2] == "PROPN":
        return True
    small = tokens[place][3].lower() in _SMALL and kind != "PERSON" and tokens[place][3] not in (".", "'s", "’s")
    return small and any(tokens[i][2] == "PROPN" for i in range(place + 1, min(place + 3, end)))


def half(name: str) -> str:
    """Give the part that a document belongs to, by its name alone."""
    return "development" if int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % 2 else "checking"


def numbered(path: Path, corpus: Path) -> list[Gold]:
    """Read gold whose documents stand in `corpus`: passages with mentions as [start, end, kind, entity]."""
    table = cast(dict[str, Any], json.loads(path.read_text("utf-8")))
    found = []
    for row in table["passages"]:
        text = (corpus / row["file"]).read_bytes().decode("utf-8")
        marks = [mark for mark in row["mentions"] if mark[2]]
        mentions = tuple(Mention(start, end, cast(Kind, kind), text[start:end]) for start, end, kind, _ in marks)
        found.append(Gold(row["file"], text, mentions, tuple(str(mark[3]) for mark in marks)))
    return found


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--half", choices=("development", "checking"))
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--recognised", action="store_true")
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="show the N faults that count most")
    given = parser.parse_args()
    if given.gold.is_dir():
        documents = [gum(path) for path in sorted(given.gold.glob("*.conllu"))]
        documents = [one for one in documents if given.half in (None, half(one.name))]
    else:
        documents = numbered(given.gold, given.corpus)
    if given.whole:
        documents = [around(one) for one in documents if one.mentions]
    if given.recognised:
        documents = [recognised(one) for one in documents]
    ways: dict[str, Way] = {"same words": same_words, "surname, acronym": simple, "ours": ours}
    print(f"{len(documents)} documents, {sum(len(one.mentions) for one in documents)} mentions")
    for name, way in ways.items():
        print(f"{name:20}{sum((score(one, way(one)) for one in documents), Score())}")
    faults = [fault for one in documents for fault in wrong(one, ours(one))] if given.wrong else []
    print("\n".join(sorted(faults, key=lambda fault: -int(fault.split()[1]))[: given.wrong]))


if __name__ == "__main__":
    main()
