"""Two texts and their similarity -> what the one is to the other, with the reason in words that an issue can print."""

from dataclasses import dataclass

from tasks.duplicates.difference import Difference, difference
from tasks.duplicates.verification import Similarity
from tasks.records import RelationKind


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the rules draw their lines.

    near: least Jaccard of copies. Each changed word breaks five shingles on both sides, so 0.8 allows one word in 45
    to be changed singly, or a quarter of the text to be added in one piece: a sub-editor's hand, another masthead's
    furniture. Below it real releases begin to be different documents built of the same paragraphs.
    alike: least Jaccard of two fillings of one template.
    facts: from this share of numbers, weekdays and months among the replaced words on, the facts are what differs.
    """

    near: float = 0.8
    alike: float = 0.5
    facts: float = 0.3


THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule found, and why."""

    relation: RelationKind
    why: str


def judge(text: str, other: str, similarity: Similarity, thresholds: Thresholds = THRESHOLDS) -> Verdict | None:
    """Tell whether `text` is a near copy of the earlier `other`, another filling of its template, or neither (None)."""
    if similarity.jaccard < thresholds.alike:
        return None
    changed = difference(other, text)
    if changed.fact_share >= thresholds.facts:
        return Verdict("templated", _why_templated(similarity, changed))
    if similarity.jaccard >= thresholds.near:
        return Verdict("near", _why_near(similarity, changed))
    return None


def _why_near(similarity: Similarity, changed: Difference) -> str:
    if not changed.size:
        return f"{_shared(similarity)}, and no word differs but in its place"
    words = "word differs" if changed.size == 1 else "words differ"
    facts = changed.replaced_facts // 2
    replaced = "number, weekday or month was" if facts == 1 else "numbers, weekdays or months were"
    return f"{_shared(similarity)}; {changed.size:,} {words}, {facts or 'no'} {replaced} replaced"


def _why_templated(similarity: Similarity, changed: Difference) -> str:
    if changed.replaced_facts == changed.replaced:
        facts = "both" if changed.replaced == 2 else f"all {changed.replaced:,}"
    else:
        facts = f"{changed.replaced_facts:,} of the {changed.replaced:,}"
    return f"{_shared(similarity)}, but {facts} words that differ are numbers, weekdays or months: the facts are new"


def _shared(similarity: Similarity) -> str:
    return f"{similarity.jaccard:.0%} of the five-word sequences of the two texts are common to both"
