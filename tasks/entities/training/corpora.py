"""The labelled corpora of a folder -> documents with offsets, every trap that their labels hold taken out.

Kinds here: PERSON, ORG, PLACE, NORP and MISC (works, laws, events, products, buildings: learnt so as not to be taken
for the others, and dropped by the recogniser). GPE and LOC are told apart by rule: no corpus labels the difference.
"""

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tasks.entities import gazetteers
from tasks.entities.titles import TITLE_WORDS
from tasks.text.sentences import sentences

HELD_OUT = 0.15  # share of the documents of worldwide that no model is trained on
_WORLDWIDE = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "PLACE",
    "NORP": "NORP",
    "Misc": "MISC",
    "Product": "MISC",
}
_WORLDWIDE |= {"Facility": "MISC"}
_GMB = {"per": "PERSON", "org": "ORG", "geo": "PLACE", "gpe": "NORP", "art": "MISC", "eve": "MISC", "nat": "MISC"}
_UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
_WNUT = {"person": "PERSON", "corporation": "ORG", "group": "ORG", "location": "PLACE"}
_GMB_DOCUMENT = 12  # sentences: the file does not tell where an article ends
_MISLABELLED_PLACES = {"U.S.", "U.S", "US", "West Bank", "United States", "U.K.", "UK"}


@dataclass(slots=True)
class Labelled:
    """A document with its sentences and names, all as offsets: mentions are (start, end, kind)."""

    name: str
    text: str
    sentences: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[tuple[int, int, str]] = field(default_factory=list)


def held_out(name: str) -> bool:
    """Tell whether the document of that name is kept for evaluation: by its name alone, so always the same ones."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF < HELD_OUT


def _kind(tag: str, kinds: dict[str, str]) -> str:
    return kinds.get(tag[2:], "") if tag[:2] in ("B-", "I-") else ""


def _join(name: str, rows: Iterable[list[tuple[str, str]]], kinds: dict[str, str]) -> Labelled:
    """Make a document of tokenised sentences, a space between tokens and a line between sentences."""
    made = Labelled(name, "")
    pieces: list[str] = []
    position = 0
    for row in rows:
        spans = []
        begin = position
        for token, _ in row:
            spans.append((position, position + len(token)))
            pieces.append(token + " ")
            position += len(token) + 1
        made.sentences.append((begin, position - 1))
        made.mentions += _mentions(spans, [tag for _, tag in row], kinds)
        pieces.append("\n\n")
        position += 2
    made.text = "".join(pieces)
    return made


def _mentions(spans: list[tuple[int, int]], tags: list[str], kinds: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Give the names that the tags of consecutive tokens mark."""
    current: tuple[int, int, str] | None = None
    for (start, end), tag in zip(spans, tags, strict=True):
        kind = _kind(tag, kinds)
        if current and (not kind or tag[0] == "B" or kind != current[2]):
            yield current
            current = None
        if kind:
            current = (current[0] if current else start, end, kind)
    if current:
        yield current


def worldwide(folder: Path) -> Iterator[Labelled]:
    """Read worldwide: tokens split "U . S ." are laid over the article's own text, the second column alone is read."""
    for path in sorted((folder / "annotated").glob("*.tsv")):
        name = path.name.removesuffix(".tsv")
        lines = path.read_text("utf-8").split("\n")[1:]
        rows: list[list[tuple[str, str]]] = [[]]
        for line in lines:
            columns = [column.strip() for column in line.split("\t")]
            if len(columns) < 2 and len(line.split()) == 2:
                columns = line.split()
            if not columns[0]:
                rows.append([])
            elif len(columns) > 1:
                rows[-1].append((columns[0], columns[1]))
        rows = [row for row in rows if row]
        article = (folder / "articles" / name).read_text("utf-8").split("\n", 1)[-1]
        yield _laid_over(name, rows, article) or _join(name, rows, _WORLDWIDE)


def _laid_over(name: str, rows: list[list[tuple[str, str]]], text: str) -> Labelled | None:
    """Find the tokens in the text they were made from; None if they are not all there."""
    position = 0
    made = Labelled(name, text, sentences(text))
    for row in rows:
        spans = []
        for token, _ in row:
            found = text.find(token, position, position + 60 + len(token))
            if found < 0:
                return None
            position = found + len(token)
            spans.append((found, position))
        made.mentions += _mentions(spans, [tag for _, tag in row], _WORLDWIDE)
    return made


def gmb(folder: Path) -> Iterator[Labelled]:
    """Read GMB: titles are cut off persons, `gpe` is a nationality unless it is a country's name."""
    countries = {name for row in gazetteers.rows("countries") for name in (row[1], *row[2].split("|")) if name}
    with zipfile.ZipFile(folder / "ner_dataset.csv.zip") as archive, archive.open("ner_dataset.csv") as raw:
        table = csv.reader(io.TextIOWrapper(raw, "cp1252", newline=""))
        next(table)
        rows: list[list[tuple[str, str]]] = []
        for sentence, word, _, tag in table:
            if sentence:
                rows.append([])
            rows[-1].append((word.replace(" ", ""), tag))
    for begin in range(0, len(rows), _GMB_DOCUMENT):
        chunk = [[(word, tag) for word, tag in row if word] for row in rows[begin : begin + _GMB_DOCUMENT]]
        made = _join(f"gmb-{begin}", chunk, _GMB)
        mended = [_mended(made.text, mention, countries) for mention in made.mentions]
        made.mentions = [named for named in mended if not _title_alone(made.text, named)]
        _fill(made)
        yield made


def _mended(text: str, mention: tuple[int, int, str], countries: set[str]) -> tuple[int, int, str]:
    start, end, kind = mention
    surface = text[start:end]
    if kind == "PERSON":
        parts = surface.split(" ")
        while len(parts) > 1 and parts[0] in TITLE_WORDS:
            start += len(parts.pop(0)) + 1
    elif surface in _MISLABELLED_PLACES or (kind == "NORP" and surface in countries):
        kind = "PLACE"
    return start, end, kind


def _title_alone(text: str, mention: tuple[int, int, str]) -> bool:
    """Tell whether a person is none: GMB has "Prime" and "Mr." as persons a thousand times."""
    start, end, kind = mention
    return kind == "PERSON" and text[start:end] in TITLE_WORDS


def columns(path: Path, kinds: dict[str, str], word: int, tag: int, document: int = 10) -> Iterator[Labelled]:
    """Read a file of one token a line, blank lines between sentences; nationalities are filled in from our table.

    word, tag: the numbers of the columns. document: sentences that are taken for one document.
    """
    rows: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text("utf-8").split("\n"):
        parts = line.split("\t")
        if not line.strip():
            rows.append([])
        elif not line.startswith("# ") and len(parts) > max(word, tag) and parts[word].strip():
            rows[-1].append((parts[word].strip().replace(" ", ""), parts[tag].strip()))
    rows = [row for row in rows if row]
    for begin in range(0, len(rows), document):
        made = _join(f"{path.stem}-{begin}", rows[begin : begin + document], kinds)
        _fill(made)
        yield made


@cache
def _groups() -> re.Pattern[str]:
    """Give what matches a nationality or another listed group in text made of tokens with spaces between them."""
    listed = gazetteers.phrases().items()
    forms = {
        " ".join((first, *rest)) for first, options in listed for rest, sort in options if sort in ("nation", "group")
    }
    return re.compile(r"(?<!\S)(?:" + "|".join(sorted(map(re.escape, forms), reverse=True)) + r")(?!\S)")


def _fill(document: Labelled) -> None:
    """Label the nationalities and groups of our lists, where a corpus left them out or called them organisations."""
    groups = {found.span() for found in _groups().finditer(document.text)}
    document.mentions = [
        (a, b, "NORP" if kind == "ORG" and (a, b) in groups else kind) for a, b, kind in document.mentions
    ]
    taken = {position for start, end, _ in document.mentions for position in range(start, end)}
    document.mentions += [(start, end, "NORP") for start, end in groups if start not in taken]
    document.mentions.sort()


def training(folder: Path) -> Iterator[tuple[str, Labelled]]:
    """Give (corpus, document) for all that a model may be trained on below `folder`."""
    for document in worldwide(folder / "worldwide"):
        if not held_out(document.name):
            yield "worldwide", document
    for document in gmb(folder / "gmb"):
        yield "gmb", document
    for part in ("dev", "test"):
        for document in columns(folder / "ewt" / f"en_ewt-ud-{part}.iob2", _UNER, 1, 2):
            yield "ewt", document
    for path in sorted((folder / "btc").glob("*.conll")):
        for document in columns(path, _UNER, 0, 1):
            yield "btc", document
    for path in (folder / "wnut17" / "train" / "wnut17train.conll", folder / "wnut17" / "dev" / "emerging.dev.conll"):
        for document in columns(path, _WNUT, 0, 1):
            yield "wnut17", document
