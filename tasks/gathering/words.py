"""The words and phrases of an issue and of the periods before it in, its key words and key phrases out.

Languages are not mixed: beside English the commonest French word is a find, and says nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

import pandas as pd

from tasks.briefing.examples import sentence_with
from tasks.records import BriefedWord, Period
from tasks.warehouse import facts, terms
from tasks.warehouse.connection import Warehouse
from tasks.words.collocations import head_of, phrases, preferred
from tasks.words.counts import fold
from tasks.words.headwords import headwords
from tasks.words.key_terms import LEAST_DOCUMENTS, LEAST_USES, key_terms, may_be_key
from tasks.words.keyness import Totals, keyness
from tasks.words.reference import load

MOST = 60  # words, and as many phrases, that briefing.json carries
TRIED = 10 * MOST  # the surest by keyness, of which dispersion chooses
PAST_WORDS = 5_000  # fewer words than these in the earlier periods are no past to compare with


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language, joined under their headwords.

    language: ISO 639-1. heads: of each word that has another, its headword. now: columns term, count, documents (at
    most so many); before: term, count, of the earlier periods. sizes: columns document, words, of the issue's documents
    in this language that have a word.
    """

    language: str
    heads: Mapping[str, str]
    now: pd.DataFrame
    before: pd.DataFrame
    sizes: pd.DataFrame

    @property
    def words(self) -> int:
        """Words of the issue."""
        return int(self.now["count"].sum())

    @property
    def words_before(self) -> int:
        """Words of the earlier periods."""
        return int(self.before["count"].sum())

    def variants(self, heads: Iterable[str]) -> list[tuple[str, str]]:
        """Every word that is joined under one of these headwords, with it."""
        wanted = set(heads)
        return [(head, head) for head in wanted] + [each for each in self.heads.items() if each[1] in wanted]


@dataclass(frozen=True, slots=True)
class KeyTerms:
    """What stands out in an issue. reference: the name of what it was compared with."""

    words: tuple[BriefedWord, ...]
    phrases: tuple[BriefedWord, ...]
    reference: str


def vocabulary(warehouse: Warehouse, language: str) -> Vocabulary:
    """The words of the issue and of the earlier periods in this language; until another is asked for, the questions of
    `terms` are about it.
    """
    terms.gather(warehouse, language)
    now, before = terms.vocabulary(warehouse), terms.vocabulary_before(warehouse)
    both = pd.concat([now, before]).groupby("term", sort=True)[["count", "capitals"]].sum()
    capital = dict(zip(both.index, both["capitals"] / both["count"], strict=True))
    heads = {term: head for term, head in headwords(capital, language).items() if head != term}
    terms.give_heads(warehouse, heads)
    return Vocabulary(
        language,
        heads,
        _joined(now, heads, "count", "documents"),
        _joined(before, heads, "count"),
        terms.sizes(warehouse),
    )


def key_words(warehouse: Warehouse, earlier: Sequence[Period], shown: int, known: Vocabulary) -> KeyTerms:
    """The words and the phrases that stand out, phrases preferred to their parts, with a sentence that shows each.

    shown: how many of the earlier periods, the last ones, a row of columns shows.
    """
    reference, total, name = _reference(known)
    if reference is None:
        return KeyTerms((), (), name)
    totals = Totals(known.words, total)
    table = known.now.merge(reference, on="term", how="left", validate="one_to_one").fillna({"reference_count": 0})
    documents = len(known.sizes)
    words = may_be_key(keyness(table, totals), documents, known.language, TRIED)
    candidates = _phrases(warehouse, known, reference)
    found = may_be_key(keyness(candidates, totals), documents, known.language, TRIED)
    variants = [*known.variants(words["term"]), *terms.variants_of_phrases(warehouse, found["term"].tolist())]
    terms.choose(warehouse, variants)
    uses = terms.uses(warehouse)
    ranked = [key_terms(frame, uses[uses["term"].isin(frame["term"])], known.sizes, totals) for frame in (words, found)]
    kept = [frame.head(MOST) for frame in preferred(ranked[0], ranked[1], known.heads)]
    chosen = set(chain(kept[0]["term"], kept[1]["term"]))
    terms.choose(warehouse, [each for each in variants if each[1] in chosen])
    found_so = _Shown.of(warehouse, earlier[-shown:], known, uses, chosen)
    return KeyTerms(found_so.briefed(kept[0]), found_so.briefed(kept[1]), name)


def _joined(frame: pd.DataFrame, heads: Mapping[str, str], *columns: str) -> pd.DataFrame:
    """The columns of all words summed under their headwords; a document counts for each form that it has."""
    head = frame["term"].map(lambda term: heads.get(term, term))
    return frame.groupby(head, sort=True)[list(columns)].sum().rename_axis("term").reset_index()


def _reference(known: Vocabulary) -> tuple[pd.DataFrame | None, int, str]:
    """What the issue is compared with, as columns term and reference_count, its words in all, and its name."""
    if known.words_before >= PAST_WORDS:
        return known.before.rename(columns={"count": "reference_count"}), known.words_before, "the earlier periods"
    if known.language != "en":
        name = (
            f"nothing: the earlier periods are too short, and there is no list of common words for {known.language!r}"
        )
        return None, 0, name
    shipped = load()
    met = set(chain(known.heads, known.now["term"]))
    heads = headwords({term: 0.0 for term in shipped.counts if term not in met}, known.language)
    listed = pd.DataFrame({"term": shipped.counts.keys(), "count": shipped.counts.values()})
    joined = _joined(listed, {**heads, **known.heads}, "count")
    return joined.rename(columns={"count": "reference_count"}), shipped.total, shipped.name


def _phrases(warehouse: Warehouse, known: Vocabulary, reference: pd.DataFrame) -> pd.DataFrame:
    """The issue's phrases with columns term, count and reference_count.

    A list of single words says of a phrase only that it is no commoner than its rarest word: that is what it is taken
    to be, so that what stands out would stand out all the more beside a list of phrases.
    """
    least = min(LEAST_DOCUMENTS, len(known.sizes))
    terms.head_phrases(warehouse)
    found = terms.phrases(warehouse, LEAST_USES, least)
    before = terms.phrases_before(warehouse, found["term"].tolist())
    past = found["term"].map(before).fillna(0).astype("int64")
    counts = _added(_counts(known.now), _counts(known.before), _counts(found), before)
    candidates = found.assign(together=found["count"] + past)
    kept = phrases(candidates, counts, known.words + known.words_before, known.heads, known.language)
    if known.words_before >= PAST_WORDS:
        return kept.assign(reference_count=kept["together"] - kept["count"])
    listed = dict(zip(reference["term"], reference["reference_count"], strict=True))
    rarest = [min(listed.get(head_of(word, known.heads), 0) for word in term.split(" ")) for term in kept["term"]]
    return kept.assign(reference_count=rarest)


def _counts(frame: pd.DataFrame) -> dict[str, int]:
    return dict(zip(frame["term"], frame["count"].tolist(), strict=True))


def _added(*counts: Mapping[str, int]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return total


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is needed to show the chosen terms: how they are written, their earlier counts, where they stand best."""

    forms: Mapping[str, tuple[str, ...]]
    series: Mapping[str, tuple[int, ...]]
    examples: Mapping[str, str]
    texts: Mapping[str, str]
    periods: int

    @classmethod
    def of(
        cls, warehouse: Warehouse, earlier: Sequence[Period], known: Vocabulary, uses: pd.DataFrame, chosen: Set[str]
    ) -> "_Shown":
        """Ask for the terms that `terms.choose` was told of."""
        examples = best_examples(uses[uses["term"].isin(chosen)], known.sizes)
        texts = facts.counted_texts(warehouse, list(examples.values()))
        return cls(terms.forms(warehouse), terms.series(warehouse, earlier), examples, texts, len(earlier))

    def briefed(self, frame: pd.DataFrame) -> tuple[BriefedWord, ...]:
        """The rows of `key_terms` as the briefing carries them."""
        columns = ["term", "count", "documents", "g2", "log_ratio", "dp"]
        return tuple(self._one(*row) for row in frame[columns].itertuples(index=False, name=None))

    def _one(self, term: str, count: int, documents: int, g2: float, ratio: float, dp: float) -> BriefedWord:
        forms, document = self.forms[term], self.examples[term]
        return BriefedWord(
            term=headed(term, forms), count=count, documents=documents, keyness=g2, log_ratio=ratio, dispersion=dp,
            trend=(*self.series.get(term, (0,) * self.periods), count), forms=forms,
            sentence=sentence_with(self.texts[document], forms), document=document,
        )  # fmt: skip


def best_examples(uses: pd.DataFrame, sizes: pd.DataFrame) -> dict[str, str]:
    """The document in which each term stands most often for its length; of two alike the last by id."""
    sized = uses.merge(sizes, on="document", validate="many_to_one")
    ranked = sized.assign(weight=sized["count"] / sized["words"] ** 0.5).sort_values(["weight", "document"])
    best = ranked.groupby("term").last()["document"]
    return dict(zip(best.index, best, strict=True))


def headed(term: str, forms: Sequence[str]) -> str:
    """The commonest form of a headword itself, "primary" though "primaries" is commoner; else the commonest of all."""
    return next((form for form in forms if fold(form) == term), forms[0])
