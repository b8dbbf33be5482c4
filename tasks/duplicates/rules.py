"""Two texts and what is known of them -> what the one is to the other, and the rule that says so."""

from collections.abc import Callable
from dataclasses import dataclass

from tasks.duplicates.articles import is_older, is_other_time
from tasks.duplicates.evidence import (
    PROVED,
    THRESHOLDS,
    Pair,
    Thresholds,
    is_around,
    is_edited,
    is_excerpt,
    is_news,
    is_one_article,
    is_other_edition,
    is_respelt,
    tells_new_facts,
)
from tasks.records import Outcome, RelationKind

_COMMON = 4  # least names and numbers that two tellings of one story both name


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule found. fate: of the text, "document" where it counts; rule: its name; why: in words, with figures."""

    relation: RelationKind
    fate: Outcome
    rule: str
    why: str


def judge(pair: Pair, thresholds: Thresholds = THRESHOLDS) -> Verdict | None:
    """Tell what the text is to the earlier one by the first rule that holds; None where it is nothing to it."""
    if pair.similarity.shared < thresholds.shared and not pair.proof:
        return None
    return next(filter(None, (rule(pair, thresholds) for rule in _RULES)), None)


# -- the rules, in the order in which they are asked -------------------------------------------------------------------


def _templated(pair: Pair, lines: Thresholds) -> Verdict | None:
    """A form filled in anew: what differs are figures, days and names."""
    if pair.similarity.jaccard < lines.akin or not tells_new_facts(pair, lines):
        return None
    if pair.proof and not is_other_edition(pair):
        return None
    changed = pair.changed
    if changed.fact_share >= lines.facts:
        rule, kinds, count = "figures replaced", "numbers, weekdays or months", changed.facts
    else:
        rule, kinds = "names and figures replaced", "names, numbers, weekdays or months"
        count = min(changed.facts + changed.names, changed.replaced)
    why = f"same form, new facts: {_of(count, changed.replaced)} are {kinds}"
    return Verdict("templated", "document", rule, why)


def _version(pair: Pair, lines: Thresholds) -> Verdict | None:
    """Another version of the same article, or the same fetched again."""
    proof = pair.proof
    if not proof or not is_one_article(pair, proof, lines):
        return None
    if is_excerpt(pair, lines) and not is_older(pair.other_article, pair.article):  # or it was withdrawn
        return _excerpt(pair, PROVED[proof])
    if pair.similarity.jaccard >= lines.alike and is_around(pair):
        return _copy("no sentence changed", "every sentence of it, with something else around them")
    changed = pair.changed
    facts = f", {_counted(changed.facts // 2, 'figure or day', 'figures or days')} among them" if changed.facts else ""
    words = _counted(changed.size, "word differs", "words differ")
    return Verdict("revision", "document", PROVED[proof], f"{PROVED[proof]}; {words}{facts}")


def _near(pair: Pair, lines: Thresholds) -> Verdict | None:
    """The same text for a reader."""
    if pair.similarity.jaccard >= lines.near or (pair.similarity.jaccard >= lines.alike and is_edited(pair, lines)):
        changed = pair.changed
        if not changed.size:
            return _copy("same words", "no word differs but in its place")
        return _copy("few words changed", _counted(changed.size, "word differs", "words differ"))
    if pair.similarity.containment >= lines.alike and pair.is_prose and pair.prose.similarity.jaccard >= lines.near:
        if not tells_new_facts(pair.prose, lines):
            return _copy("same sentences", f"{pair.prose.similarity.jaccard:.0%} of their sentences, in five-word runs")
    elif pair.similarity.jaccard >= lines.akin and is_respelt(pair, lines):
        changed = pair.changed
        return _copy("spelt in another way", f"{changed.respelt:,} of {changed.size:,} words are only spelt otherwise")
    return None


def _contained(pair: Pair, lines: Thresholds) -> Verdict | None:
    """One of the two stands nearly whole in the other."""
    within, around = pair.similarity.within, pair.similarity.around
    if max(within, around) < max(lines.contained, lines.longer * min(within, around)):
        return None
    if pair.same_title and is_excerpt(pair, lines):
        return _excerpt(pair, "the same title")
    if within >= around:
        why = f"{within:.0%} of it stands in the other, longer text"
    else:
        why = f"{around:.0%} of the other text stands in it"
    return Verdict("contained", "document", "stands in a longer text", why)


def _related(pair: Pair, lines: Thresholds) -> Verdict | None:
    """The same story told anew: a passage in common, and the same people, places and numbers or the news itself."""
    if pair.similarity.containment < lines.passage or is_other_time(pair.article, pair.other_article):
        return None
    told = pair.told
    if not told.passages:
        return None
    news = any(map(is_news, told.passages))
    times = 2 if pair.same_publisher else 1  # what a publisher sets under its articles is in all of them
    if told.overlap >= times * lines.told and told.common >= (2 if news else _COMMON):
        names = f"{told.overlap:.0%} of the names and numbers that only one passage tells ({told.common:,}) are in both"
        return Verdict("related", "document", "same names and passages", names)
    if news and pair.similarity.containment >= times * lines.passages:
        why = f"{pair.similarity.containment:.0%} of the shorter text, news and no notice, stands in both"
        return Verdict("related", "document", "same passages", why)
    return None


_RULES: tuple[Callable[[Pair, Thresholds], Verdict | None], ...] = (_templated, _version, _near, _contained, _related)


def _excerpt(pair: Pair, proof: str) -> Verdict:
    why = f"a piece of the same article ({proof}): {pair.similarity.within:.0%} of it stands in the other, longer text"
    return Verdict("contained", "near", "piece of the same article", why)


def _copy(rule: str, what: str) -> Verdict:
    return Verdict("near", "near", rule, what)


def _of(count: int, total: int) -> str:
    if count >= total:
        return "both words that were replaced" if total == 2 else f"all {total:,} words that were replaced"
    return f"{count:,} of the {total:,} words that were replaced"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
