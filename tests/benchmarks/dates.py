"""How well dates are found and told, against dates that a person marked in real news.

    PYTHONPATH=. .venv/bin/python tests/benchmarks/dates.py [--half development|"held out"] [--errors]

Relaxed: a found date and a marked one overlap, each counted once. Value: they also mean the same. Event: of the dates
found with their value, whether they are on the timeline as marked. Spans marked doubtful count on neither side. With
--errors every date that was missed, added or misread is printed with the words around it.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from tasks.entities.dates import find_dates
from tasks.records import DateMention
from tests.benchmarks.gold_dates import Half, Passage, dated
from tests.benchmarks.product import CORPORA

Pair = tuple[DateMention | None, DateMention | None]


def pairs(passage: Passage[DateMention]) -> Iterator[Pair]:
    """Give what was found beside what was marked: (found, marked), None where the other side has nothing."""
    marked = list(passage.marked)
    for found in find_dates(passage.text, passage.published):
        if any(found.start < end and start < found.end for start, end in passage.doubtful):
            continue
        over = [one for one in marked if found.start < one.end and one.start < found.end]
        over.sort(key=lambda one: one.value != found.value)
        if over:
            marked.remove(over[0])
        yield found, over[0] if over else None
    for one in marked:
        yield None, one


def f1(right: int, found: int, marked: int) -> float:
    """Give the harmonic mean of precision and recall, in percent."""
    return 200 * right / (found + marked) if found + marked else 100.0


def score(passages: list[Passage[DateMention]], *, errors: bool) -> Counter[str]:
    """Count found, marked, relaxed, value and event over passages."""
    counts: Counter[str] = Counter()
    for passage in passages:
        for found, marked in pairs(passage):
            counts["found"] += found is not None
            counts["marked"] += marked is not None
            if found and marked:
                counts["relaxed"] += 1
                counts["value"] += found.value == marked.value
                for name in ("event found", "event marked", "event right"):
                    told = [one.event for one in (found, marked)]
                    counts[name] += {"found": told[0], "marked": told[1], "right": all(told)}[name.split()[1]]
            if errors and not (found and marked and found == marked):
                print(_error(passage, found, marked))
    return counts


def _error(passage: Passage[DateMention], found: DateMention | None, marked: DateMention | None) -> str:
    one = found or marked
    assert one
    said = " / ".join(
        f"{each.value} {'event' if each.event else '-'}" if each else "nothing" for each in (found, marked)
    )
    around = passage.text[max(one.start - 90, 0) : one.start] + "[" + passage.text[one.start : one.end] + "]"
    return f"{said}  ({passage.published}): " + " ".join((around + passage.text[one.end : one.end + 50]).split())


def main() -> None:
    """Print the scores of one half of the marked dates."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--half", choices=("development", "held out"), default="development")
    options.add_argument("--errors", action="store_true")
    options.add_argument("--corpora", type=Path, default=CORPORA)
    asked = options.parse_args()
    counts = score(dated(cast(Half, asked.half), asked.corpora), errors=asked.errors)
    found, marked = counts["found"], counts["marked"]
    print(f"{marked} dates marked, {found} found")
    print(f"relaxed F1 {f1(counts['relaxed'], found, marked):.1f}   value F1 {f1(counts['value'], found, marked):.1f}")
    print(f"precision {100 * counts['relaxed'] / found:.1f}   recall {100 * counts['relaxed'] / marked:.1f}")
    print(f"event F1 {f1(counts['event right'], counts['event found'], counts['event marked']):.1f}")


if __name__ == "__main__":
    main()
