"""Two texts, what is known of them and their similarity -> what the one is to the other, and the rule that says so."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from tasks.duplicates.articles import UNKNOWN, Article, ArticleKind, is_other_day, is_other_time
from tasks.duplicates.difference import Difference, difference, forms, is_calendar
from tasks.duplicates.prose import prose
from tasks.duplicates.signatures import PARAMETERS, Parameters, shingles
from tasks.duplicates.telling import Told, told_by_both
from tasks.duplicates.verification import Similarity, compare
from tasks.records import Outcome, RelationKind


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the rules draw their lines.

    near: least Jaccard of copies. Each changed word breaks five shingles on both sides, so 0.8 allows one word in 45
    to be changed singly, or a quarter of the text to be added in one piece: a sub-editor's hand, another masthead's
    furniture. Below it real releases begin to be different documents built of the same paragraphs.
    alike: least Jaccard of two fillings of one template; akin: the same where their forms, or all spellings, agree.
    facts: from this share of numbers, weekdays and months among the replaced words on, the facts are what differs.
    names: the same with names counted too, in three places at least. form: least Jaccard of the two without those,
    where the texts themselves are less alike; same_form: the same, of texts that differ in little but names.
    respelt: most of the words that are new where all others are the same in another spelling.
    contained: least share of the shorter text that stands in the longer one, which is so many times as long: longer.
    version: least Jaccard, and kept: least share of the shorter text, of two versions of an article of one address,
    mail or file; titled and kept_titled: the same of one title and publisher, which an office can give to much.
    shared: least shingles that two texts share which are compared at all, but for versions of one article.
    passage: least share of the shorter text that two tellings of one story share; told: least share of the names and
    numbers that both tell beside it; passages: least share of the shorter text that is enough by itself, if it is news.
    """

    near: float = 0.8
    alike: float = 0.5
    akin: float = 0.15
    facts: float = 0.3
    names: float = 0.4
    form: float = 0.35
    same_form: float = 0.95
    respelt: float = 0.05
    contained: float = 0.8
    longer: float = 1.2
    version: float = 0.1
    kept: float = 0.25
    titled: float = 0.4
    kept_titled: float = 0.75
    shared: int = 8
    told: float = 0.25
    passage: float = 0.1
    passages: float = 0.15


THRESHOLDS = Thresholds()
_PLACES = 3  # with names replaced, before they make a form filled in anew: one or two are a masthead and its reporter
_FACTS = 4  # least figures and days replaced, on both sides together, where little else is alike
_EDITION = 0.5  # least share of facts in what one address has of another day, if only the text says so
_WORDING = 0.6  # least likeness of two wordings of one line
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{20,}|[^\"“”„«»]{20,}[\"”“»]")
_HOUR = re.compile(r"\b\d{1,2}(?::\d\d| ?(?:[ap]\.?m\b|h\b|heures?\b|Uhr\b|часов\b))")
_LETTERS = re.compile(r"\w+")
_COMMON = 4  # least names and numbers that two tellings of one story both name
_ADDRESSED = ("address", "mail", "file")
_PROVED: Mapping[ArticleKind, str] = {
    "address": "the same address",
    "mail": "the same mail id",
    "file": "the same file but for its version",
    "title": "the same title and publisher",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule found. fate: of the text, "document" where it counts; rule: its name; why: in words, with figures."""

    relation: RelationKind
    fate: Outcome
    rule: str
    why: str


@dataclass(frozen=True)
class Pair:
    """A text and an earlier one, and all that the rules ask of the two; what takes time is reckoned when asked for."""

    text: str
    other: str
    similarity: Similarity
    article: Article = UNKNOWN
    other_article: Article = UNKNOWN
    parameters: Parameters = PARAMETERS

    @cached_property
    def changed(self) -> Difference:
        """What the text changes in the other one."""
        return difference(self.other, self.text)

    @cached_property
    def prose(self) -> "Pair":
        """The same of the sentences of both alone."""
        text, other = prose(self.text), prose(self.other)
        similarity = compare(shingles(text, self.parameters), shingles(other, self.parameters))
        return Pair(text, other, similarity, self.article, self.other_article, self.parameters)

    @cached_property
    def form(self) -> Similarity:
        """How alike the two are without their numbers, days and names."""
        text, other = forms(self.text, self.other)
        return compare(shingles(text, self.parameters), shingles(other, self.parameters))

    @cached_property
    def told(self) -> Told:
        """Which names and numbers both tell of outside the passages they share."""
        return told_by_both(self.text, self.other)

    @cached_property
    def proof(self) -> ArticleKind | None:
        """What says that the two are one article, the strongest first; None where nothing does."""
        kinds = {kind for key, kind in self.article.keys.items() if key in self.other_article.keys}
        return next((kind for kind in _PROVED if kind in kinds), None)

    @property
    def same_title(self) -> bool:
        """Whether both bear one title of some length."""
        mine, others = (each.title.casefold().split() for each in (self.article, self.other_article))
        return mine == others and len(mine) > 3


def judge(pair: Pair, thresholds: Thresholds = THRESHOLDS) -> Verdict | None:
    """Tell what the text is to the earlier one by the first rule that holds; None where it is nothing to it."""
    if pair.similarity.shared < thresholds.shared and not pair.proof:
        return None
    return next(filter(None, (rule(pair, thresholds) for rule in _RULES)), None)


# -- the rules, in the order in which they are asked -------------------------------------------------------------------


def _templated(pair: Pair, lines: Thresholds) -> Verdict | None:
    """A form filled in anew: what differs are figures, days and names."""
    if pair.similarity.jaccard < lines.akin or not _tells_new_facts(pair, lines):
        return None
    if pair.proof and not _is_other_edition(pair):
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
    if not proof or not _is_one_article(pair, proof, lines):
        return None
    if _is_excerpt(pair, lines):
        return _excerpt(pair, _PROVED[proof])
    if pair.similarity.jaccard >= lines.alike and _is_around(pair):
        return _copy("no sentence changed", "every sentence of it, with something else around them")
    changed = pair.changed
    if changed.size and changed.size == changed.respelt and not changed.respelt_names:
        return _copy("spelt in another way", f"all {changed.size:,} words that differ are only spelt otherwise")
    facts = f", {_counted(changed.facts // 2, 'figure or day', 'figures or days')} among them" if changed.facts else ""
    words = _counted(changed.size, "word differs", "words differ")
    return Verdict("revision", "document", _PROVED[proof], f"{_PROVED[proof]}; {words}{facts}")


def _near(pair: Pair, lines: Thresholds) -> Verdict | None:
    """The same text for a reader."""
    if pair.similarity.jaccard >= lines.near:
        changed = pair.changed
        if not changed.size:
            return _copy("same words", "no word differs but in its place")
        return _copy("few words changed", _counted(changed.size, "word differs", "words differ"))
    if pair.similarity.containment >= lines.alike and pair.prose.similarity.jaccard >= lines.near:
        if not _tells_new_facts(pair.prose, lines):
            return _copy("same sentences", f"{pair.prose.similarity.jaccard:.0%} of their sentences, in five-word runs")
    elif pair.similarity.jaccard >= lines.akin and _is_respelt(pair, lines):
        changed = pair.changed
        return _copy("spelt in another way", f"{changed.respelt:,} of {changed.size:,} words are only spelt otherwise")
    return None


def _contained(pair: Pair, lines: Thresholds) -> Verdict | None:
    """One of the two stands nearly whole in the other."""
    within, around = pair.similarity.within, pair.similarity.around
    if max(within, around) < max(lines.contained, lines.longer * min(within, around)):
        return None
    if pair.same_title and _is_excerpt(pair, lines):
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
    news = any(map(_is_news, told.passages))
    if told.overlap >= lines.told and told.common >= (2 if news else _COMMON):
        names = f"{told.overlap:.0%} of the names and numbers that only one passage tells ({told.common:,}) are in both"
        return Verdict("related", "document", "same names and passages", names)
    if news and pair.similarity.containment >= lines.passages:
        why = f"{pair.similarity.containment:.0%} of the shorter text, news and no notice, stands in both"
        return Verdict("related", "document", "same passages", why)
    return None


_RULES: tuple[Callable[[Pair, Thresholds], Verdict | None], ...] = (_templated, _version, _near, _contained, _related)


# -- what the rules ask -----------------------------------------------------------------------------------------------


def _tells_new_facts(pair: Pair, lines: Thresholds) -> bool:
    """Whether what differs are figures, days and names, in texts that are alike, or would be without those."""
    changed = pair.changed
    alike = pair.similarity.jaccard >= lines.alike
    if changed.fact_share >= lines.facts:
        return alike or (changed.facts >= _FACTS and pair.form.jaccard >= lines.form)
    if changed.name_share < lines.names:
        return False
    if changed.named_places >= _PLACES and (changed.facts >= _FACTS or alike):
        return pair.form.jaccard >= lines.form
    return changed.named_places >= 2 and pair.form.jaccard >= lines.same_form


def _is_other_edition(pair: Pair) -> bool:
    """Whether one article would have come out twice: of another day, or with another day in its text.

    The day that a page with an address of its own gives can be that of its last change.
    """
    other_day = is_other_day(pair.article, pair.other_article)
    known = bool(pair.article.published and pair.other_article.published)
    if pair.proof in _ADDRESSED:
        return pair.changed.moves_day and (other_day or (not known and pair.changed.fact_share >= _EDITION))
    return other_day or (pair.changed.moves_day and not known)


def _is_news(passage: str) -> bool:
    """Whether a passage tells when something happened, or in whose words, as what stands under every text does not."""
    return bool(_QUOTED.search(passage) or _HOUR.search(passage)) or any(
        is_calendar(word) for word in _LETTERS.findall(passage)
    )


def _is_around(pair: Pair) -> bool:
    """Whether all that differs are lines that are no sentences, and no line is another wording of one."""
    if not pair.prose.text or pair.prose.changed.size:
        return False
    lines, others = (text.split("\n") for text in (pair.text, pair.other))
    return not any(get_close_matches(line, others, 1, _WORDING) for line in set(lines) - set(others))


def _is_respelt(pair: Pair, lines: Thresholds) -> bool:
    """Whether next to all words that differ are spellings, or misreadings, of those that they face."""
    total = len(pair.text.split()) + len(pair.other.split())
    return pair.changed.size - pair.changed.respelt <= lines.respelt * total


def _is_one_article(pair: Pair, proof: ArticleKind, lines: Thresholds) -> bool:
    """Whether the texts have enough in common to be one article, as one page can bear another one each day.

    Of what comes out anew each day next to nothing may differ: the day before is not to be lost.
    """
    if proof == "mail" or (proof in _ADDRESSED and _is_short_version(pair)):
        return True
    if pair.similarity.jaccard < lines.near and _is_other_edition(pair):
        return False
    jaccard, kept = (lines.version, lines.kept) if proof in _ADDRESSED else (lines.titled, lines.kept_titled)
    return pair.similarity.jaccard >= jaccard or pair.similarity.containment >= kept


def _is_short_version(pair: Pair) -> bool:
    """Whether both are too short for runs of words, and half of the shorter one's words are in the other."""
    mine, others = (set(_LETTERS.findall(text.casefold())) for text in (pair.text, pair.other))
    fewer = min(len(mine), len(others))
    return 0 < fewer <= max(len(mine), len(others)) < pair.parameters.minimum_words and 2 * len(mine & others) >= fewer


def _is_excerpt(pair: Pair, lines: Thresholds) -> bool:
    """Whether the text is a piece of the other one, with next to nothing of its own."""
    return pair.similarity.within >= lines.contained + 0.1 and pair.similarity.around < lines.near


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
