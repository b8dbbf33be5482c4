"""How many figures are found, and how fast: `python tests/benchmarks/figures.py TABLE CORPORA`.

TABLE: figures that a person marked, as offsets into articles (tests/cases/election_figures.json); CORPORA: the folder
that its file names begin in. A figure is found where one overlaps it, and right where value, unit and sort agree too.
"""

import json
import math
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tasks.entities.figures import find_figures
from tasks.records import Figure

Marked = tuple[int, int, float, str, str]


def main(table: Path, corpora: Path) -> None:
    """Print precision and recall, by sort too, and the speed over the marked articles."""
    counts: Counter[str] = Counter()
    for passage in json.loads(table.read_text("utf-8"))["passages"]:
        text = (corpora / passage["file"]).read_bytes().decode("utf-8")
        counts.update(judged(passage, find_figures(text)))
    found, missed, wrong = counts["found"], counts["missed"], counts["false"]
    right = counts["right"]
    print(f"{found + missed} marked; precision {found / (found + wrong):.3f}, recall {found / (found + missed):.3f}")
    print(
        f"F1 of spans {f1(found, missed, wrong):.3f}; with value, unit and sort {f1(right, missed, wrong, found):.3f}"
    )
    for sort in ("money", "share", "count", "measure"):
        print(f"{sort}: found {counts[f'{sort} found']}, missed {counts[f'{sort} missed']}")
    print(f"{speed(corpora):.1f} million characters a second")


def judged(passage: dict[str, Any], figures: list[Figure]) -> Iterator[str]:
    """What became of each marked figure of a passage ("found", "right", "missed"), and each that nobody marked."""
    inside = [one for one in figures if passage["start"] <= one.start and one.end <= passage["end"]]
    taken: set[Figure] = set()
    for start, end, *told in passage["figures"]:
        hits = [one for one in inside if one.start < end and one.end > start and one not in taken]
        outcome = "found" if hits else "missed"
        yield from (outcome, f"{told[2]} {outcome}")
        if hits:
            taken.add(hits[0])
            if agrees(hits[0], told):
                yield "right"
    for one in inside:
        if one not in taken and not any(one.start < end and one.end > start for start, end in passage["doubtful"]):
            yield "false"


def agrees(figure: Figure, told: list[Any]) -> bool:
    """Whether a figure has the marked value, to a thousandth, unit and sort."""
    value, unit, sort = told
    return math.isclose(figure.value, value, rel_tol=1e-3) and (figure.unit, figure.sort) == (unit, sort)


def f1(hits: int, missed: int, wrong: int, found: int | None = None) -> float:
    """The F1 of so many hits; found: of all that were found, where hits are those that are right."""
    all_found = hits if found is None else found
    return 2 * hits / (2 * all_found + missed + wrong)


def speed(corpora: Path) -> float:
    """Million characters a second over 200 articles, the best of three rounds."""
    texts = [file.read_text("utf-8", errors="replace") for file in sorted(corpora.glob("election/*.txt"))[:200]]
    seconds = []
    for _ in range(3):
        start = time.process_time()
        for text in texts:
            find_figures(text)
        seconds.append(time.process_time() - start)
    return sum(map(len, texts)) / min(seconds) / 1e6


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
