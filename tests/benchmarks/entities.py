"""The passages marked by hand -> precision, recall and F1 of the recogniser on them, by corpus and kind.

    python -m tests.benchmarks.entities [held-out]

Strict spans, GPE and LOC as one kind; "ALL" is PERSON, ORG and places together. The passages are recognised as they
stand, without the rest of their articles. The held-out passages are for a last look at a version, never for tuning.
"""

import sys
from collections.abc import Iterator

from tasks.entities.training.corpora import Labelled
from tasks.entities.training.evaluate import evaluate, table
from tests.benchmarks.gold import DEVELOPMENT, HELD_OUT, Passage, passages
from tests.benchmarks.product import CORPORA

_PLACES = {"GPE": "PLACE", "LOC": "PLACE"}


def labelled(passage: Passage) -> Labelled:
    """Give a passage as the evaluation of the training takes documents."""
    mentions = [(each.start, each.end, _PLACES.get(each.kind, each.kind)) for each in passage.mentions]
    return Labelled(passage.file, passage.text, mentions=mentions)


def tables(marked: list[Passage]) -> Iterator[str]:
    """Give a table of scores for each corpus, which is the first folder of a passage's file, and one for all."""
    for corpus in dict.fromkeys(passage.file.split("/")[0] for passage in marked):
        chosen = [labelled(passage) for passage in marked if passage.file.split("/")[0] == corpus]
        yield f"{corpus}\n{table(evaluate(chosen))}"
    yield f"all\n{table(evaluate(map(labelled, marked)))}"


if __name__ == "__main__":
    chosen = HELD_OUT if sys.argv[1:] == ["held-out"] else DEVELOPMENT
    sys.stdout.write("\n\n".join(tables(passages(chosen, CORPORA))) + "\n")
