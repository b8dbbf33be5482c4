"""Held-out documents -> precision, recall and F1 of the recogniser: strict spans, per kind, places as one kind."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tasks.entities.recognition import recognise
from tasks.entities.tokens import tokens
from tasks.entities.training.corpora import Labelled, held_out, worldwide

_PLACES = {"GPE": "PLACE", "LOC": "PLACE"}
KINDS = ("PERSON", "ORG", "PLACE", "NORP")


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind: names given and right, given, and in the labels. precision, recall, f1: 0..1."""

    right: int
    given: int
    labelled: int

    @property
    def precision(self) -> float:
        """The share of the names given that are right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of the names labelled that were found."""
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.given + self.labelled
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """Scores by kind ("ALL" for PERSON, ORG and PLACE together, "SPAN" with kinds ignored), and words a second."""

    scores: dict[str, Score]
    words_a_second: float


def held_out_documents(folder: Path) -> list[Labelled]:
    """Give the documents of worldwide below `folder` that no model was trained on."""
    return [document for document in worldwide(folder / "worldwide") if held_out(document.name)]


def evaluate(documents: Iterable[Labelled]) -> Report:
    """Compare what `recognise` finds in the documents with their labels."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    words, seconds = 0, 0.0
    for document in documents:
        begin = time.perf_counter()
        mentions = recognise(document.text)
        seconds += time.perf_counter() - begin
        words += len(tokens(document.text))
        found = {(m.start, m.end, _PLACES.get(m.kind, m.kind)) for m in mentions}
        truth = {mention for mention in document.mentions if mention[2] in KINDS}
        given.update(kind for _, _, kind in found)
        labelled.update(kind for _, _, kind in truth)
        right.update(kind for _, _, kind in found & truth)
        right["SPAN"] += len({m[:2] for m in found} & {m[:2] for m in truth})
    for counter in (right, given, labelled):
        counter["ALL"] = sum(counter[kind] for kind in KINDS[:3])
    given["SPAN"] = sum(given[kind] for kind in KINDS)
    labelled["SPAN"] = sum(labelled[kind] for kind in KINDS)
    scores = {kind: Score(right[kind], given[kind], labelled[kind]) for kind in (*KINDS, "ALL", "SPAN")}
    return Report(scores, words / seconds if seconds else 0.0)


def table(report: Report) -> str:
    """Give the report as a table of plain text, percentages."""
    lines = [f"{'kind':8}{'precision':>10}{'recall':>8}{'F1':>8}{'names':>8}"]
    for kind, score in report.scores.items():
        shares = f"{score.precision * 100:10.1f}{score.recall * 100:8.1f}{score.f1 * 100:8.1f}"
        lines.append(f"{kind:8}{shares}{score.labelled:8}")
    return "\n".join([*lines, f"{report.words_a_second:,.0f} tokens a second"])
