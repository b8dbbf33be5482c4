"""An article -> an edited copy of it, in each of the ways that articles are copied, and what such a copy is to it.

Which relations of a copy with its original are right, by kind of change:

    same words                           exact (lines broken anew, capitals in the title)
    typos, OCR noise                     near, however many
    furniture                            exact or near
    paragraphs swapped                   near
    sentence added                       near
    opening updated                      near, contained or related: how much of the text the opening is decides
    beginning or end cut by 10 or 30 %   contained or near
    beginning or end cut by 60 %         contained
    figures or dates changed             templated; near or exact are errors
    quoted whole in a longer text        contained
    half of it, half of another text     contained, related or none; near is an error
    same article: typos mended           near or revision
    same article: sentence added         near or revision
    same article: figures, opening       revision
    same article: end cut                revision, contained or near

In a copy that is "same article" the publisher, the title, the day and the name of the file speak too.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import NamedTuple

# Not the number of a list's entry, and no part of a name or an address.
FIGURE = re.compile(r"(?!^\d+[.)] )(?<![\w./-])\d+(?:[.,]\d+)*(?![\w/])", re.M)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAY_OR_MONTH = re.compile(rf"\b(?:{'|'.join(DAYS + MONTHS)})\b")
CONFUSED = (("rn", "m"), ("m", "rn"), ("l", "1"), ("c", "e"), ("e", "c"), ("h", "b"), ("cl", "d"))
SENTENCES = (
    "The office declined to say when a further statement could be expected.",
    "Several of those who were asked about it would only speak on condition of anonymity.",
    "A hearing on the matter has been put off twice, and no new date has been named.",
    "Nobody who was reached by telephone on the same evening wished to comment.",
)
MASTHEADS = {
    "harbour-gazette": "The Harbour Gazette\nNews for the coast and its towns",
    "north-wire": "NORTH WIRE\nHome | World | Business | Sport | Weather | Archive",
    "daily-lantern": "Daily Lantern\nSubscribe  Sign in  Newsletters  E-paper",
    "river-post": "River Post\nMenu\nSearch\nLocal\nPolitics\nCulture\nOpinion",
}
FOOT = (
    "Share this article\nFacebook Twitter E-mail Print",
    "Related articles\nCouncil weighs plan for the old ferry quay\nBakers warn of dearer flour before winter",
    "Most read\n1. Night trains return to the valley\n2. The school that teaches beekeeping",
)


@dataclass(frozen=True, slots=True)
class Article:
    """A plain text, its title the first paragraph, and what its file name says."""

    publisher: str
    day: date
    slug: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def name(self) -> str:
        return f"{self.publisher}_{self.day}_{self.slug}.txt"


# What makes the text of a copy, with articles at hand that stand nowhere else; None for an article it is not made for.
Edit = Callable[[Article, list[Article], Random], str | None]


class Kind(NamedTuple):
    """A kind of change, and the relations that are right for it ("none" for no relation)."""

    name: str
    right: frozenset[str]
    edit: Edit
    same_article: bool = False
    new_facts: bool = False


def copied_by(article: Article) -> str:
    """The publisher that copies it."""
    return list(MASTHEADS)[article.day.toordinal() % len(MASTHEADS)]


# -- the same text ----------------------------------------------------------------------------------------------------


def same_words(article: Article, _: list[Article], rng: Random) -> str:
    """Lines broken at another width, the title in capitals."""
    title, *body = article.paragraphs
    return "\n\n".join([title.upper(), *(_broken(paragraph, rng.randint(50, 80)) for paragraph in body)])


def _broken(paragraph: str, width: int) -> str:
    lines = [""]
    for word in paragraph.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".lstrip()
    return "\n".join(lines)


def typos(share: float) -> Edit:
    """A slip of the hand in that share of the words, figures left alone."""
    return lambda article, _, rng: _some_words(article.text, share, _slip, rng)


def _some_words(text: str, share: float, change: Callable[[str, Random], str], rng: Random) -> str:
    pieces = re.split(r"(\s+)", text)
    able = [at for at, word in enumerate(pieces) if len(word) > 3 and word.isalpha()]
    wanted = max(1, round(share * len(text.split())))
    for at in rng.sample(able, min(wanted, len(able))):
        pieces[at] = change(pieces[at], rng)
    return "".join(pieces)


def _slip(word: str, rng: Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    dropped, doubled = word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]
    mistaken = word[:at] + rng.choice("aeiounrst") + word[at + 1 :]
    return rng.choice([each for each in (swapped, dropped, doubled, mistaken) if each != word])


def ocr_noise(article: Article, _: list[Article], rng: Random) -> str:
    """Letters taken for others in a word of sixty, one of two hundred split, as many joined, all lines broken."""
    text = _some_words(article.text, 1 / 60, _misread, rng)
    text = _some_words(text, 1 / 200, _split, rng)
    text = re.sub(r"(?<=\w) (?=\w)", lambda found: "" if rng.random() < 1 / 200 else found[0], text)
    return "\n\n".join(_broken(paragraph, 60) for paragraph in text.split("\n\n"))


def _misread(word: str, rng: Random) -> str:
    able = [pair for pair in CONFUSED if pair[0] in word]
    return word.replace(*rng.choice(able), 1) if able else word


def _split(word: str, rng: Random) -> str:
    at = rng.randint(1, len(word) - 1)
    return f"{word[:at]} {word[at:]}"


def furniture(article: Article, _: list[Article], rng: Random) -> str:
    """What another site puts around it: its head, lists of links, a notice of rights."""
    head = MASTHEADS[copied_by(article)]
    notice = f"Copyright {article.day.year} {head.splitlines()[0]}. All rights reserved."
    return "\n\n".join([head, *article.paragraphs, *rng.sample(FOOT, 2), notice])


def swapped(article: Article, _: list[Article], rng: Random) -> str | None:
    """Two paragraphs in each other's place."""
    if len(article.paragraphs) < 5:
        return None
    pieces = list(article.paragraphs)
    a, b = rng.sample(range(1, len(pieces)), 2)
    pieces[a], pieces[b] = pieces[b], pieces[a]
    return "\n\n".join(pieces)


def sentence_added(article: Article, _: list[Article], rng: Random) -> str:
    """A sentence more at the end of a paragraph."""
    pieces = list(article.paragraphs)
    pieces[rng.randrange(len(pieces) > 1, len(pieces))] += f" {rng.choice(SENTENCES)}"
    return "\n\n".join(pieces)


# -- less, and more ---------------------------------------------------------------------------------------------------


def cut_beginning(share: float) -> Edit:
    """Without that share of its words at the beginning."""
    return lambda article, _, __: article.text[_place(article.text, share) :]


def cut_end(share: float) -> Edit:
    """Without that share of its words at the end."""
    return lambda article, _, __: article.text[: _place(article.text, 1 - share)].rstrip()


def _place(text: str, share: float) -> int:
    words = list(re.finditer(r"\S+", text))
    return words[round(share * len(words))].start()


def opening(article: Article, _: list[Article], rng: Random) -> str | None:
    """The first paragraph told anew, of pieces of it and of a later one."""
    title, *body = article.paragraphs
    if len(body) < 4 or not 15 <= len(body[0].split()) <= 100:
        return None
    words = body[0].split() + body[rng.randrange(2, len(body))].split()[:20]
    pieces = [" ".join(words[at : at + 3]) for at in range(0, len(words), 3)]
    rng.shuffle(pieces)
    return "\n\n".join([title, " ".join(pieces), *body[1:]])


def quoted(article: Article, others: list[Article], _: Random) -> str | None:
    """The whole of it in the midst of another, longer one."""
    other = _taken(others, len(article.text), longer=(1.0, 3.0), paragraphs=4)
    if other is None:
        return None
    middle = len(other.paragraphs) // 2
    return "\n\n".join(other.paragraphs[:middle] + article.paragraphs + other.paragraphs[middle:])


def mixed(article: Article, others: list[Article], _: Random) -> str | None:
    """Every other paragraph of it, and of another one about as long."""
    other = _taken(others, len(article.text), longer=(0.7, 1.4), paragraphs=6) if len(article.paragraphs) > 5 else None
    if other is None:
        return None
    pairs = zip(article.paragraphs[::2], other.paragraphs[1::2], strict=False)
    return "\n\n".join(paragraph for pair in pairs for paragraph in pair)


def _taken(others: list[Article], length: int, longer: tuple[float, float], paragraphs: int) -> Article | None:
    for place, other in enumerate(others):
        if longer[0] <= len(other.text) / length <= longer[1] and len(other.paragraphs) >= paragraphs:
            return others.pop(place)
    return None


# -- other facts ------------------------------------------------------------------------------------------------------


def figures(most: int) -> Edit:
    """That many figures, at places drawn, replaced by others as long; made for articles with three and more."""
    return lambda article, _, rng: _replaced(article.text, FIGURE, most, _other_figure, rng)


def _other_figure(figure: str, rng: Random) -> str:
    other = figure
    while other == figure:
        other = re.sub(r"\d", lambda _: rng.choice("0123456789"), figure)
        other = re.sub(r"^0", lambda _: rng.choice("123456789"), other)
    return other


def dates(article: Article, _: list[Article], rng: Random) -> str | None:
    """All weekdays and months replaced by others; made for articles with three and more."""
    return _replaced(article.text, DAY_OR_MONTH, len(article.text), _other_day_or_month, rng)


def _other_day_or_month(name: str, rng: Random) -> str:
    return rng.choice([each for each in (DAYS if name in DAYS else MONTHS) if each != name])


def _replaced(
    text: str, what: re.Pattern[str], most: int, change: Callable[[str, Random], str], rng: Random
) -> str | None:
    places = [found.span() for found in what.finditer(text)]
    if len(places) < 3:
        return None
    for start, end in sorted(rng.sample(places, min(most, len(places))), reverse=True):
        text = text[:start] + change(text[start:end], rng) + text[end:]
    return text


# -- all of them ------------------------------------------------------------------------------------------------------

NEAR = frozenset(("near",))
CONTAINED = frozenset(("contained",))
TEMPLATED = frozenset(("templated",))
REVISION = frozenset(("revision",))
ALL = 1_000_000

KINDS = (
    Kind("same words", frozenset(("exact",)), same_words),
    Kind("typos, 1 % of words", NEAR, typos(0.01)),
    Kind("typos, 3 % of words", NEAR, typos(0.03)),
    Kind("OCR noise", NEAR, ocr_noise),
    Kind("furniture", NEAR | {"exact"}, furniture),
    Kind("paragraphs swapped", NEAR, swapped),
    Kind("sentence added", NEAR, sentence_added),
    Kind("opening updated", NEAR | CONTAINED | {"related"}, opening),
    Kind("beginning cut, 10 %", CONTAINED | NEAR, cut_beginning(0.1)),
    Kind("beginning cut, 30 %", CONTAINED | NEAR, cut_beginning(0.3)),
    Kind("beginning cut, 60 %", CONTAINED, cut_beginning(0.6)),
    Kind("end cut, 10 %", CONTAINED | NEAR, cut_end(0.1)),
    Kind("end cut, 30 %", CONTAINED | NEAR, cut_end(0.3)),
    Kind("end cut, 60 %", CONTAINED, cut_end(0.6)),
    Kind("quoted whole in another", CONTAINED, quoted),
    Kind("half of it, half of another", CONTAINED | {"related", "none"}, mixed),
    Kind("figures changed, all", TEMPLATED, figures(ALL), new_facts=True),
    Kind("figures changed, two", TEMPLATED, figures(2), new_facts=True),
    Kind("dates moved", TEMPLATED, dates, new_facts=True),
    Kind("same article: typos mended", NEAR | REVISION, typos(0.01), same_article=True),
    Kind("same article: sentence added", NEAR | REVISION, sentence_added, same_article=True),
    Kind("same article: two figures", REVISION, figures(2), same_article=True, new_facts=True),
    Kind("same article: opening", REVISION, opening, same_article=True),
    Kind("same article: end cut, 30 %", REVISION | CONTAINED | NEAR, cut_end(0.3), same_article=True),
)
