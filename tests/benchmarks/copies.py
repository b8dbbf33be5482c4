"""Edited copies of articles dropped beside the articles: which relation each comes out with, and which come out wrong.

    PYTHONPATH=. .venv/bin/python tests/benchmarks/copies.py [DIGITALGOV] [ELECTION]
        [--digitalgov N] [--election N] [--seed N] [--together]

Of each corpus N articles of 120 to 2,000 words are drawn by the seed, and some more that only lend paragraphs. Every
other article gets one copy, of the kind of change that has fewest so far; tests/benchmarks/edits.py makes them, and its
docstring says which relations count as right for each kind. A copy has another publisher, another day and another file
name, so that its text alone speaks; in the kinds called "same article" it has the publisher, the title, the day and the
name of the original, with a mark of a version behind it. The inbox gets the originals, then the copies, in two runs (in
one, with --together). Jaccard is counted here, over the runs of five words of both texts as they were written.

Right is a relation with the original, or with another original that has a Jaccard of 0.8 or more with it. Recall: of
the copies under another name with a Jaccard of 0.8 or more, of a kind for which near or exact is right, the share that
came out so. Precision: of all near and exact relations, the share that is right; among originals, those of a Jaccard of
0.8 or more. All relations between documents that are not copy and original are listed, to be looked at.
"""

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.benchmarks.edits import KINDS, Article, Kind, copied_by
from tests.benchmarks.overlap import alike, jaccard, shingles
from tests.benchmarks.product import CORPORA, environment, export, ingest

LEAST = 0.8
COPIES = frozenset(("exact", "near"))
SIZES = range(120, 2_001)  # words
MARKS = ("_v2", "-rev1", " (2)", "_corrected", "-updated")
NO_PROSE = re.compile(r"\{\{.*?\}\}|\{#[^}]*\}|!\[[^\]]*\]\([^)]*\)|<[^>]*>|^#+ |\*+|`+|\b_|_\b", re.M)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Copy:
    """A file written beside its original's."""

    name: str
    text: str
    kind: Kind
    original: Article


class Related(NamedTuple):
    """A row of the relations, by file names."""

    relation: str
    document: str
    other: str
    why: str


# -- files ------------------------------------------------------------------------------------------------------------


def election(file: Path) -> Article:
    """publisher_date_slug.txt: a title and paragraphs."""
    publisher, day, slug = file.stem.split("_", 2)
    return Article(publisher, date.fromisoformat(day), slug.strip("-."), _paragraphs(_read(file)))


def digitalgov(file: Path) -> Article:
    """date-slug.md, with a title in the front matter: without its Markdown."""
    _, front, body = re.split(r"^---\s*$", _read(file), maxsplit=2, flags=re.M)
    title = re.search(r"""^title: *["']?(.*?)["']?$""", front, re.M)
    prose = unescape(NO_PROSE.sub("", LINK.sub(r"\1", body)))
    day, slug = date.fromisoformat(file.stem[:10]), file.stem[11:]
    return Article("digitalgov", day, slug, _paragraphs(f"{title[1] if title else slug}\n\n{prose}"))


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _paragraphs(text: str) -> tuple[str, ...]:
    pieces = (" ".join(piece.split()) for piece in re.split(r"\n\s*\n", text))
    return tuple(piece for piece in pieces if piece)


def drawn(
    files: Iterable[Path], read: Callable[[Path], Article], count: int, rng: Random
) -> tuple[list[Article], list[Article]]:
    """That many articles of a usual length, and a fifth as many others."""
    articles = [article for article in map(read, sorted(files)) if len(article.text.split()) in SIZES]
    rng.shuffle(articles)
    return articles[:count], articles[count : count + count // 5]


def copies(originals: Sequence[Article], others: list[Article], rng: Random) -> Iterator[Copy]:
    """One copy of each article, of the kind that has fewest so far among those that are made for it."""
    counts = Counter(dict.fromkeys(KINDS, 0))
    for number, article in enumerate(originals):
        for kind, _ in reversed(counts.most_common()):
            text = kind.edit(article, others, rng)
            if text is not None:
                counts[kind] += 1
                yield Copy(_name(article, kind, number), text, kind, article)
                break


def _name(article: Article, kind: Kind, number: int) -> str:
    if kind.same_article:
        return article.name.replace(".txt", f"{MARKS[number % len(MARKS)]}.txt")
    return f"{copied_by(article)}_{article.day + timedelta(days=1 + number % 5)}_item-{10_000 + number}.txt"


def related(lots: Sequence[Mapping[str, str]], scratch: Path) -> list[Related]:
    """The relations after the files were dropped into an inbox, one lot after the other, by name: text."""
    env, inbox, warehouse = environment(scratch), scratch / "inbox", scratch / "warehouse"
    inbox.mkdir()
    for lot in lots:
        for name, text in lot.items():
            (inbox / name).write_text(text, encoding="utf-8")
        ingest(inbox, warehouse, env)
    paths = {row["id"]: row["path"] for row in export("sources", warehouse, env)}
    rows = export("relations", warehouse, env)
    return [Related(row["relation"], paths[row["document"]], paths[row["other"]], row["why"]) for row in rows]


# -- what came out ----------------------------------------------------------------------------------------------------


class Outcome:
    """The relations, told apart: those of a copy with its original, and the others."""

    def __init__(self, written: Sequence[Copy], texts: Mapping[str, str], found: Sequence[Related]) -> None:
        self.copies = {copy.name: copy for copy in written}
        self.came: dict[str, set[str]] = {name: set() for name in self.copies}
        self.others: list[Related] = []
        self.right: list[Related] = []  # of exact and near
        self.wrong: list[Related] = []
        self._shingles = {name: shingles(text) for name, text in texts.items()}
        twins = self._twins()
        for each in found:
            copy = self._copy_of(each, twins)
            if copy is None:
                self.others.append(each)
            else:
                self.came[copy.name].add(each.relation)
            if each.relation in COPIES:
                (self.right if self._is_right(each, copy) else self.wrong).append(each)

    def jaccard(self, name: str, other: str) -> float:
        return jaccard(self._shingles[name], self._shingles[other])

    def similarity(self, name: str) -> float:
        """Of a copy with its original."""
        return self.jaccard(name, self.copies[name].original.name)

    def _twins(self) -> dict[str, set[str]]:
        """By original, itself and the originals that are near copies of it without our doing."""
        originals = {name: own for name, own in self._shingles.items() if name not in self.copies}
        groups = {name: {name} for name in originals}
        for a, b in alike(originals, LEAST):
            groups[a].add(b)
            groups[b].add(a)
        return groups

    def _copy_of(self, each: Related, twins: Mapping[str, set[str]]) -> Copy | None:
        for name, other in ((each.document, each.other), (each.other, each.document)):
            if name in self.copies and other in twins[self.copies[name].original.name]:
                return self.copies[name]
        return None

    def _is_right(self, each: Related, copy: Copy | None) -> bool:
        if copy is not None:
            return bool(copy.kind.right & COPIES)
        among_originals = not {each.document, each.other} & self.copies.keys()
        return among_originals and self.jaccard(each.document, each.other) >= LEAST


def by_kind(outcome: Outcome) -> Iterator[str]:
    """A row for each kind: how many came out right, otherwise, or not at all."""
    yield "| kind of change | copies | mean Jaccard | right relation | other relation | missed |"
    yield "|---|---|---|---|---|---|"
    for kind in KINDS:
        names = [name for name, copy in outcome.copies.items() if copy.kind == kind]
        came = [outcome.came[name] for name in names]
        right = sum(bool((each or {"none"}) & kind.right) for each in came)
        others = [each for each in came if each and not each & kind.right]
        what = ", ".join(f"{name} {count}" for name, count in Counter(name for each in others for name in each).items())
        mean = sum(map(outcome.similarity, names)) / max(1, len(names))
        other = f"{len(others)} ({what})" if others else "0"
        yield f"| {kind.name} | {len(names)} | {mean:.2f} | {right} | {other} | {len(names) - right - len(others)} |"


def in_figures(outcome: Outcome) -> Iterator[str]:
    """Recall and precision of near and exact, with what is amiss, and what nobody may take for a copy."""
    wanted = [
        name
        for name, copy in outcome.copies.items()
        if copy.kind.right & COPIES and not copy.kind.same_article and outcome.similarity(name) >= LEAST
    ]
    missed = [name for name in wanted if not outcome.came[name] & COPIES]
    yield f"recall of exact and near: {_share(len(wanted) - len(missed), len(wanted))}"
    for name in missed:
        copy, came = outcome.copies[name], ", ".join(outcome.came[name]) or "none"
        yield f"- {came}: {copy.kind.name}, {outcome.similarity(name):.3f}: {name} of {copy.original.name}"
    yield f"precision of exact and near: {_share(len(outcome.right), len(outcome.right) + len(outcome.wrong))}"
    for each in outcome.wrong:
        kind = next((outcome.copies[name].kind.name for name in each[1:3] if name in outcome.copies), "originals")
        similar = outcome.jaccard(each.document, each.other)
        yield f"- {each.relation}: {kind}, {similar:.3f}: {each.document} of {each.other}: {each.why}"
    facts = [outcome.came[name] for name, copy in outcome.copies.items() if copy.kind.new_facts]
    near = sum(bool(each & COPIES) for each in facts)
    yield f"copies with other figures or dates that came out exact or near (must be 0): {near} of {len(facts)}"


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} ({part / max(1, whole):.1%})"


def unforeseen(outcome: Outcome) -> Iterator[str]:
    """The relations between documents that are not copy and original."""
    yield f"relations between documents that are not copy and original: {len(outcome.others)}\n"
    yield "| relation | Jaccard | document | other | why |\n|---|---|---|---|---|"
    for each in sorted(outcome.others):
        similar = outcome.jaccard(each.document, each.other)
        yield f"| {each.relation} | {similar:.3f} | {each.document} | {each.other} | {each.why} |"


def main(arguments: argparse.Namespace) -> None:
    """Print the tables."""
    rng = Random(arguments.seed)
    first, lent = drawn(arguments.DIGITALGOV.glob("[12]*.md"), digitalgov, arguments.digitalgov, rng)
    second, more = drawn(arguments.ELECTION.glob("*.txt"), election, arguments.election, rng)
    originals, others = first + second, lent + more
    rng.shuffle(originals)
    rng.shuffle(others)
    written = list(copies(originals[::2], others, rng))
    texts = {article.name: article.text for article in originals}
    added = {copy.name: copy.text for copy in written}
    with tempfile.TemporaryDirectory() as name:
        found = related([texts | added] if arguments.together else [texts, added], Path(name))
    outcome = Outcome(written, texts | added, found)
    print(f"{len(texts):,} originals, {len(added):,} copies, {len(found):,} relations, seed {arguments.seed}")
    for part in (by_kind, in_figures, unforeseen):
        print()
        print("\n".join(part(outcome)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("DIGITALGOV", type=Path, nargs="?", default=CORPORA / "digitalgov")
    parser.add_argument("ELECTION", type=Path, nargs="?", default=CORPORA / "election")
    parser.add_argument("--digitalgov", type=int, default=1_000, metavar="N")
    parser.add_argument("--election", type=int, default=500, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--together", action="store_true")
    main(parser.parse_args())
