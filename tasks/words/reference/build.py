"""The open corpora under a directory -> english.tsv.gz: `python -m tasks.words.reference.build ../shared`.

Each source's relative frequencies are averaged, weighted by the square root of its size, so that none dominates and
none that is small brings much noise. Only word counts leave here, no text. The same corpora give the same bytes.
"""

import csv
import gzip
import io
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tasks.words.counts import count_words
from tasks.words.reference import FILE

FEWEST = 3  # rarer words are names and slips, and half of the list
_GLUED = re.compile(r" (?=(?:'s|'S|n't|'re|'ve|'ll|'d|'m|[.,;:!?%)])(?: |$))")  # what a tokeniser had cut off
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKUP = re.compile(
    r"\{\{.*?\}\}|```.*?```|`[^`\n]*`|<[^<>]*>|\]\([^)\s]*[^)]*\)|^\s*\[[^\]]+\]:.*$", re.DOTALL | re.MULTILINE
)


def main(shared: Path) -> None:
    """Count the sources under `shared`, average them, and write the list beside this file."""
    sources = {name: _count(read(shared)) for name, read in SOURCES.items()}
    content = _format(*average(sources), sources)
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0, filename="") as file:
        file.write(content.encode())
    Path(__file__).with_name(FILE).write_bytes(packed.getvalue())


def _count(texts: Iterator[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        for term in count_words(text):
            counts[term.term] += term.uses
    return counts


def average(sources: dict[str, Counter[str]]) -> tuple[dict[str, int], int]:
    """Give the counts that an average text of the sources' total length would have."""
    total = sum(counts.total() for counts in sources.values())
    weights = {name: counts.total() ** 0.5 for name, counts in sources.items()}
    shares: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for name, counts in sources.items():
        times.update(counts)
        factor = total * weights[name] / sum(weights.values()) / counts.total()
        for term, count in counts.items():
            shares[term] += count * factor
    return {term: max(1, round(shares[term])) for term in sorted(shares) if times[term] >= FEWEST}, total


def _format(counts: dict[str, int], total: int, sources: dict[str, Counter[str]]) -> str:
    sizes = "; ".join(f"{name} {counts.total():,}" for name, counts in sources.items())
    head = {
        "name": "General English",
        "total": str(total),
        "sources": f"{sizes} words",
        "rights": "word counts only; attribution and licences of the sources in README.md; this list: CC BY-SA 4.0",
    }
    lines = [f"# {key}: {value}" for key, value in head.items()]
    return "\n".join(lines + [f"{term}\t{count}" for term, count in counts.items()]) + "\n"


# -- sources ----------------------------------------------------------------------------------------------------------


def _voice_of_america(shared: Path) -> Iterator[str]:
    with zipfile.ZipFile(shared / "ner/gmb/ner_dataset.csv.zip") as archive:
        rows = csv.reader(io.TextIOWrapper(archive.open("ner_dataset.csv"), encoding="cp1252"))
        next(rows)
        sentence: list[str] = []
        for start, word, *_ in rows:
            if start and sentence:
                yield _GLUED.sub("", " ".join(sentence))
                sentence = []
            sentence.append(word)
        yield _GLUED.sub("", " ".join(sentence))


def _world_newswire(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "ner/worldwide/articles").glob("*.txt")):
        yield path.read_text(encoding="utf-8").partition("\n")[2]  # its first line is its address


def _mixed(shared: Path) -> Iterator[str]:
    for path in sorted([*(shared / "ner/ewt").glob("*.iob2"), *(shared / "ner/gum").glob("*.conllu")]):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# text = "):
                yield line.removeprefix("# text = ")


def _digital_government(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "corpora/digitalgov").rglob("*.md")):
        yield _MARKUP.sub(" ", _FRONT_MATTER.sub("", path.read_text(encoding="utf-8")))


SOURCES: dict[str, Callable[[Path], Iterator[str]]] = {
    "Voice of America (GMB)": _voice_of_america,
    "world newswire": _world_newswire,
    "web and mixed genres (EWT, GUM)": _mixed,
    "digital.gov": _digital_government,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]))
