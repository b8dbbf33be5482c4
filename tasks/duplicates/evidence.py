"""Two texts, what is known of them and their similarity -> what the rules ask of the two, reckoned when asked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from tasks.duplicates.articles import UNKNOWN, Article, ArticleKind, is_other_day
from tasks.duplicates.difference import Difference, difference, forms
from tasks.duplicates.figures import is_calendar
from tasks.duplicates.parameters import PARAMETERS, Parameters
from tasks.duplicates.prose import prose
from tasks.duplicates.signatures import shingles
from tasks.duplicates.telling import Told, told_by_both
from tasks.duplicates.verification import Similarity, compare


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
    edited: most of the words that differ between copies that are alike. respelt: most of the words that are new where
    all others are the same in another spelling.
    contained: least share of the shorter text that stands in the longer one, which is so many times as long: longer.
    version: least Jaccard, and kept: least share of the shorter text, of two versions of an article of one address,
    mail or file; titled and kept_titled: the same of one title and publisher, which an office can give to much.
    shared: least shingles that two texts share which are compared at all, but for versions of one article.
    passage: least share of the shorter text that two tellings of one story share; told: least share of the names and
    numbers that both tell beside it; passages: least share of the shorter text that is enough by itself, if it is news.
    """

    near: float = 0.8
    alike: float = 0.5
    akin: float = 0.1
    facts: float = 0.3
    names: float = 0.4
    form: float = 0.3
    same_form: float = 0.95
    edited: float = 0.1
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
_BLANKS = 0.2  # by which two are more alike without their facts, so that fewer of the words replaced need be facts
_EDITION = 0.5  # least share of facts in what one address has of another day, if only the text says so
_LINES = 10_000  # by lines that are compared at most
_WORDING = 0.6  # least likeness of two wordings of one line
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{20,}|[^\"“”„«»]{20,}[\"”“»]")
_HOUR = re.compile(r"\b\d{1,2}(?::\d\d| ?(?:[ap]\.?m\b|h\b|heures?\b|Uhr\b|часов\b))")
_LETTERS = re.compile(r"\w+")
_ADDRESSED = ("address", "mail", "file")
PROVED: Mapping[ArticleKind, str] = {
    "address": "the same address",
    "mail": "the same mail id",
    "file": "the same file but for its version",
    "title": "the same title and publisher",
}


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
        return next((kind for kind in PROVED if kind in kinds), None)

    @cached_property
    def words(self) -> int:
        """How many words both have together."""
        return len(self.text.split()) + len(self.other.split())

    @property
    def is_prose(self) -> bool:
        """Whether both are sentences for the most part, and no poems, lists or tables."""
        sides = (self.prose.text, self.text), (self.prose.other, self.other)
        return all(2 * len(sentences) >= len(whole) for sentences, whole in sides)

    @property
    def same_publisher(self) -> bool:
        """Whether both are known to be of one publisher."""
        return self.article.publisher == self.other_article.publisher != ""

    @property
    def same_title(self) -> bool:
        """Whether both bear one title of some length."""
        mine, others = (each.title.casefold().split() for each in (self.article, self.other_article))
        return mine == others and len(mine) > 3


def tells_new_facts(pair: Pair, lines: Thresholds) -> bool:
    """Whether what differs are figures, days and names, in texts that are alike, or would be without those."""
    changed = pair.changed
    alike = pair.similarity.jaccard >= lines.alike
    if alike and changed.fact_share >= lines.facts:
        return True
    if changed.facts >= _FACTS and pair.form.jaccard >= lines.form:
        by_form = pair.form.jaccard - pair.similarity.jaccard >= _BLANKS and changed.fact_share >= lines.facts - 0.1
        if changed.fact_share >= lines.facts or by_form:
            return True
    if changed.name_share < lines.names:
        return False
    if changed.named_places >= _PLACES and (changed.facts >= _FACTS or alike):
        return pair.form.jaccard >= lines.form
    return changed.named_places >= 2 and pair.form.jaccard >= lines.same_form


def is_other_edition(pair: Pair) -> bool:
    """Whether one article would have come out twice: of another day, or with another day in its text.

    The day that a page with an address of its own gives can be that of its last change.
    """
    other_day = is_other_day(pair.article, pair.other_article)
    known = bool(pair.article.published and pair.other_article.published)
    if pair.proof in _ADDRESSED:
        return pair.changed.moves_day and (other_day or (not known and pair.changed.fact_share >= _EDITION))
    return other_day or (pair.changed.moves_day and not known)


def is_news(passage: str) -> bool:
    """Whether a passage tells when something happened, or in whose words, as what stands under every text does not."""
    return bool(_QUOTED.search(passage) or _HOUR.search(passage)) or any(
        is_calendar(word) for word in _LETTERS.findall(passage)
    )


def is_around(pair: Pair) -> bool:
    """Whether all that differs are lines that are no sentences, and no line is another wording of one."""
    if not pair.is_prose or pair.prose.changed.size:
        return False
    lines, others = (text.split("\n") for text in (pair.text, pair.other))
    mine = set(lines) - set(others)
    if len(mine) * len(others) > _LINES:
        return False
    return not any(get_close_matches(line, others, 1, _WORDING) for line in mine)


def is_edited(pair: Pair, lines: Thresholds) -> bool:
    """Whether next to all words are the same: an editor's hand here and there breaks a run of five with each word."""
    return pair.changed.size <= lines.edited * pair.words


def is_respelt(pair: Pair, lines: Thresholds) -> bool:
    """Whether next to all words that differ are spellings, or misreadings, of those that they face."""
    return pair.changed.size - pair.changed.respelt <= lines.respelt * pair.words


def is_one_article(pair: Pair, proof: ArticleKind, lines: Thresholds) -> bool:
    """Whether the texts have enough in common to be one article, as one page can bear another one each day.

    Of what comes out anew each day next to nothing may differ: the day before is not to be lost.
    """
    if proof in _ADDRESSED and is_short_version(pair):
        return True
    if pair.similarity.jaccard < lines.near and is_other_edition(pair):
        return False
    jaccard, kept = (lines.version, lines.kept) if proof in _ADDRESSED else (lines.titled, lines.kept_titled)
    return pair.similarity.jaccard >= jaccard or pair.similarity.containment >= kept


def is_short_version(pair: Pair) -> bool:
    """Whether both are too short for runs of words, and half of the shorter one's words are in the other."""
    mine, others = (set(_LETTERS.findall(text.casefold())) for text in (pair.text, pair.other))
    fewer = min(len(mine), len(others))
    return 0 < fewer <= max(len(mine), len(others)) < pair.parameters.minimum_words and 2 * len(mine & others) >= fewer


def is_excerpt(pair: Pair, lines: Thresholds) -> bool:
    """Whether the text is a piece of the other one, with next to nothing of its own."""
    return pair.similarity.within >= lines.contained + 0.1 and pair.similarity.around < lines.near
