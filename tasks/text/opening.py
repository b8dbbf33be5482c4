"""The first paragraphs of a text in, which of them is the title, the byline and the date line out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tasks.records import ParagraphKind
from tasks.text.captions import is_caption
from tasks.text.written_dates import parse_date

LOOKED_AT = 10  # paragraphs
LONGEST_TITLE = 200  # characters
MOST_TITLE_WORDS = 30
MOST_NAMES, MOST_NAME_WORDS = 6, 5
STOPPED_TITLE_WORDS = 22  # the same for a title that ends with a full stop
PARTS = re.compile(r"\s*[|•·]\s*|\s{3,}|\t|\s+[–—-]{1,2}\s+(?=[A-Z\d])")
DATELINE = re.compile(
    r"[A-Z][A-Z.,' -]{2,40}(?: \([A-Z][\w ]+\))? ?(?:--?|–|—) |[A-Z][\w.,' ]{2,40} \([A-Z]\w+\) ?[-–—]"
)
# What stands above the title of a release or in a template: neither it nor the text.
LETTERHEAD = re.compile(
    r"(?:(?:media|news|press) (?:release|statement|conference)|for (?:the )?(?:press|media|immediate release)|embargo"
    r"|(?:prime|deputy|shadow|federal|state|foreign|assistant|acting) ?minister|minister for|attorney-general|treasurer"
    r"|(?:senator )?(?:the )?(?:rt\.? )?hon\b|senator|parliament house|issued by|transcript|statement|speech|e ?& ?o ?e"
    r"|leader of|shadow|commonwealth|department of|office of|(?:mobile|phone|tel|fax|contact|ref|no)\b[.:]?"
    r"|subjects?(?:/s)?:|from the (?:prime )?minister|www\.\S+$|https?:\S+$|\S+@\S+$|.*\b\d{4} \d{4}\b"
    r"|.{0,60}\b(?:mp|mhr|qc|am)$|\W*$|[\d/ .:-]+$)",
    re.I,
)
INNER_STOP = re.compile(r"[.!?][\"”’]? +(?=[\"“‘A-Z])")
ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|vs|No|U\.S|U\.N|U\.K))\.$")

NAME_WORD = r"(?:[^\W\d_a-z][\w'’.-]*|de|da|di|del|della|der|den|van|von|bin|bint|al|el|la|le|los|las|dos|du|y|e)"
NAME = re.compile(rf"(?!{NAME_WORD}$)[^\W\d_a-z][\w'’.-]*(?: {NAME_WORD}){{1,4}}")
BY = re.compile(r"(?:by(?:line)?|author|written by|reported by|story by|text by|words by)\b ?:? *", re.I)
# "By" elsewhere, right below a title only: there are people named Von, and titles that begin so.
BY_ELSEWHERE = re.compile(rf"(?i:par|von|por|door|av) +(?={NAME.pattern}(?:\W|$))")
BETWEEN_NAMES = re.compile(r",? (?:and|&|with) |, ?|; ?| / ", re.I)
AFTER_NAME = re.compile(r" (?:in|at|for|of|on) .*| ?\(.*?\)| ?<?\S+@\S+>?$| ?@\w+$")
NOT_NAMES = frozenset((
    "the", "a", "an", "and", "news", "times", "post", "press", "house", "street", "staff", "reporter",
    "reporters", "writer", "report", "reports", "desk", "editor", "editors", "editorial", "opinion", "analysis",
    "politics", "world", "business", "sports", "media", "agency", "bureau", "correspondent", "university",
    "department", "ministry", "office", "update", "updates", "exclusive", "live", "video", "watch", "read",
    "breaking", "election", "day", "state", "states", "united", "national", "party", "president", "minister",
    "senator", "prime", "white", "new", "about", "contact", "home", "page", "release", "council", "committee",
))  # fmt: skip
AGENCIES = {
    "ap": "Associated Press", "the associated press": "Associated Press", "associated press": "Associated Press",
    "reuters": "Reuters", "afp": "AFP", "agence france-presse": "AFP", "upi": "UPI", "bloomberg": "Bloomberg",
    "xinhua": "Xinhua", "dpa": "dpa", "cnn": "CNN", "bbc": "BBC", "bbc news": "BBC News", "npr": "NPR",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first paragraphs say, and the kinds of those (by index) that say it and nothing else."""

    title: str = ""
    byline: tuple[str, ...] = ()
    agency: str = ""
    published: str = ""
    kinds: Mapping[int, ParagraphKind] = field(default_factory=dict)


def read_opening(texts: Sequence[str], slug: str = "", known: str = "") -> Opening:
    """Read title, byline and date off the first paragraphs, in any order, up to the first that is none of them.

    slug: the words of the file's name, which bear a title out; known: the title where the format gives it, so that no
    other line is taken for one. A title is short, one sentence, and stands before more text; a byline is "By ..." or,
    right after the title, a bare name.
    """
    opening = Opening()
    for index, text in enumerate(texts[:LOOKED_AT]):
        if found := _particulars(text, bare=opening.kinds.get(index - 1) == "title"):
            opening = replace(
                opening,
                byline=opening.byline or found.byline,
                agency=opening.agency or found.agency,
                published=opening.published or found.published,
                kinds={**opening.kinds, index: "byline" if found.byline or found.agency else "date"},
            )
        elif not opening.title and (
            clean_title(text).casefold() == known.casefold() if known else is_title(text, texts[index + 1 :][:2], slug)
        ):
            opening = replace(opening, title=clean_title(text), kinds={**opening.kinds, index: "title"})
        elif not LETTERHEAD.match(text):
            break
    return opening


def is_title(text: str, following: Sequence[str], slug: str = "") -> bool:
    """Whether a first paragraph is a title: short, without a full stop or much shorter than what follows."""
    if not 2 <= len(text) <= LONGEST_TITLE or len(text.split()) > MOST_TITLE_WORDS or not following:
        return False
    if _agrees(text, slug):
        return True
    if LETTERHEAD.match(text):
        return False
    if not any(map(str.isalpha, text)) or DATELINE.match(text) or is_caption(text) or text.endswith((":", ",")):
        return False
    if any(not ABBREVIATION.search(text[: stop.start() + 1]) for stop in INNER_STOP.finditer(text)):
        return False  # two sentences
    if not re.search(r"[.][\"”’')]?$", text):
        return True
    return len(text.split()) <= STOPPED_TITLE_WORDS and max(map(len, following)) > len(text) * 1.5


def clean_title(text: str) -> str:
    """A title without the full stop or semicolon that an archive put behind it, cut at a word if it is long."""
    text = " ".join(text.split()).rstrip(";")
    if text.endswith(".") and not text.endswith("..") and not ABBREVIATION.search(text):
        text = text[:-1]
    if len(text) <= LONGEST_TITLE:
        return text
    return text[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def _agrees(text: str, slug: str) -> bool:
    """Whether most words of the file's name stand at the head of the text: names are cut, titles are not."""
    named, written = re.findall(r"\w+", slug.lower()), re.findall(r"\w+", text.lower())
    shared = sum(word in written[: len(named) + 3] for word in named[:-1])
    return len(named) > 3 and shared >= 0.75 * (len(named) - 1)


def _particulars(text: str, *, bare: bool) -> Opening | None:
    """Byline, agency and date of a paragraph that has nothing else; None for any other."""
    if len(text) > LONGEST_TITLE:
        return None
    byline: list[str] = []
    agency = published = ""
    for part in filter(None, PARTS.split(text.strip())):
        if written := parse_date(part):
            published = published or written
        elif source := AGENCIES.get(BY.sub("", part, count=1).strip(" .()").lower()):
            agency = agency or source
        elif names := byline_of(part, bare=bare and not byline):
            byline += names
        elif not byline or len(part.split()) > MOST_NAME_WORDS:  # after a name: what the writer is, or writes for
            return None
    return Opening(byline=tuple(byline), agency=agency, published=published) if byline or agency or published else None


def byline_of(text: str, *, bare: bool) -> list[str]:
    """The people whom a byline names, [] where it is none; bare: a name without "By" before it will do."""
    lead = BY.match(text) or (BY_ELSEWHERE.match(text) if bare else None)
    if not lead and not bare:
        return []
    parts = [AFTER_NAME.sub("", part).strip(" .") for part in BETWEEN_NAMES.split(text[lead.end() if lead else 0 :])]
    names = [written_name(part) for part in parts if is_name(part)]
    if not names or not is_name(parts[0]) or len(names) > MOST_NAMES:
        return []
    return names if lead or (len(names) == len(parts) and not text.isupper() and text[-1:].isalpha()) else []


def is_name(text: str) -> bool:
    """Whether the words may be a person's name: two to five, capitalised but for particles, none of an office's."""
    return NAME.fullmatch(text) is not None and NOT_NAMES.isdisjoint(text.lower().split())


def written_name(name: str) -> str:
    """A name in capitals as it is written elsewhere; a name from an address ("jenny-johnson") as words."""
    if re.fullmatch(r"[a-z]+(?:-[a-z]+)+", name):
        return " ".join(name.split("-")).title()
    return name.title() if name.isupper() else name
