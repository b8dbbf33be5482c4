"""The titles of a story's documents in, the one that stands above it out, unaltered."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.stories.standing import shouted
from tasks.text.titles import KICKER

FEWEST_WORDS, MOST_WORDS = 4, 18
LONGEST = 120  # characters
WEIGHTLESS = 2.0  # rarity that each title has besides its words: a short one is not nearer because it leaves out more

# What names a place in the paper and no story.
RUBRIC = re.compile(
    r"\b(?:live (?:updates?|blog|coverage|results)|letters? to the editor|(?:morning|evening|daily|weekly) (?:email"
    r"|briefing|digest|roundup|report|update)|newsletter|notebook|round-?up|week in review|in (?:pictures|photos)"
    r"|photo gallery|fact[- ]check\w*|full (?:text|transcript)|transcript|podcast|quiz|cartoons?|crossword|op-ed"
    r"|what (?:you need|to) (?:to )?know|things to (?:know|watch)|takeaways|q ?& ?a|corrections?|obituar(?:y|ies))\b",
    re.I,
)
# What asks, teaches or calls out instead of telling.
ASIDE = re.compile(
    r"(?:the latest:|how|why|what|who|when|where|which|is|are|was|can|could|should|will|would|do|does|did|here"
    r"|here['’]s|these|this|watch|listen|look|meet|see|you|your|i|i['’]m|my|we|our|let['’]s|don['’]t|dear|oops|wow|exclusive|breaking)(?!\w)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Titled:
    """A document's title without its site's name, and the features (terms and entities) that stand in it."""

    document: str
    title: str
    features: frozenset[str]


@dataclass(frozen=True, slots=True)
class Headline:
    """A title and the document that it is the title of."""

    document: str
    title: str


def headline(titles: Sequence[Titled], middle: Mapping[str, int], rarity: Mapping[str, float]) -> Headline:
    """Choose among the titles of a story, of which there is at least one.

    First those that tell something, then those that ask or call out, then rubrics and what is no whole title; of these
    the one nearest to the centre: the weights of its features at the centre, over the square root of all their
    squared rarities. Ties: the longer one, then the document's id.
    """
    best = min(
        titles, key=lambda each: (_class(each.title), -_nearness(each, middle, rarity), -len(each.title), each.document)
    )
    return Headline(best.document, best.title)


def tells(title: str) -> bool:
    """Tell whether a title is one that can stand above a story."""
    return _class(title) == 0


def _class(title: str) -> int:
    """Give 0: tells something; 1: asks or calls out; 2: a rubric, in capitals, cut, too long or too short; 3: none."""
    words = title.split()
    if not any(map(str.isalpha, title)):
        return 3
    if (
        (not FEWEST_WORDS <= len(words) <= MOST_WORDS and title.isascii())
        or len(title) > LONGEST
        or shouted(title)
        or title.endswith(("…", "...", ",", ":", ";", "-", "–", "—"))
        or RUBRIC.search(title)
        or not _balanced(title)
    ):
        return 2
    kicker = KICKER.match(title)
    if title.endswith("?") or ASIDE.match(title) or (kicker and kicker.group().rstrip().endswith((":", "|", "!"))):
        return 1
    return 0


def _balanced(title: str) -> bool:
    return title.count('"') % 2 == 0 and title.count("“") == title.count("”") and title.count("(") == title.count(")")


def _nearness(titled: Titled, middle: Mapping[str, int], rarity: Mapping[str, float]) -> float:
    squares = sum(rarity.get(feature, 0.0) ** 2 for feature in sorted(titled.features))
    near = sum(middle.get(feature, 0) * rarity.get(feature, 0.0) for feature in sorted(titled.features))
    return near / math.sqrt(squares + WEIGHTLESS**2)
