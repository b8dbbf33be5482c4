"""A line in, whether it is what pages say around their articles out: sharing, related, comments, bylines, notices.

The patterns are in `data/phrases.txt`; they describe whole lines, in the languages of the web that we read most. Some
head a part of the page that is furniture to its end: the comments, the related articles, a newsletter.
"""

import re

from tasks.inbox.pages.patterns import either, sections

LONGEST = 160  # characters of a line of furniture
TABLE = sections("phrases")
NETWORK = f"(?:{either(TABLE['network'])})"
DATE = f"(?:{either(TABLE['date word'])})+"
KINDS = ("sharing", "moving about", "advertising, subscriptions", "notices", "particulars", "comments", "related")


def _lines(*names: str) -> re.Pattern[str]:
    patterns = tuple(pattern for name in names for pattern in TABLE[name])
    return re.compile(either(patterns).replace("<network>", NETWORK).replace("<date>", DATE), re.I)


FURNITURE = _lines("network", *KINDS)
COMMENTS = _lines("heads comments")
OFFERS = _lines("heads an offer")
RELATED = _lines("heads related articles")
BYLINE = re.compile(
    r"(?:(?:written|words|text|story|reported|reporting|photographs?|photography|photos?|pictures?|illustrations?"
    r"|video|interview|edited) )?"
    r"(?:by|von|par|por|di|od|door|av|af|автор:?|от) (?P<name>(?-i:[A-ZÀ-ÞА-Я]).{1,100})"
    r"|(?:(?:words|text|story|interview|photo(?:graph|graphy)?s?|pictures?|illustrations?|video|editor|fotos?"
    r"|bild(?:er)?|redaktion|redacción|texto|texte|autor):\s?[^:|]{2,60}[|·,]?\s?){1,3}"
    r"|(?:作者|記者|记者|来源|责任编辑|編集|文)\s?[:：/].{1,40}|[^\s]{2,4} 기자(?: \S+@\S+)?",
    re.I,
)
DATED = re.compile(DATE, re.I)
DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d).*(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d[-./年]\s?\d{1,2}")
LETTERS = re.compile(r"[^\W\d_]+")
ADDRESS = re.compile(r"\S+@[\w-]+\.[\w.-]+")
AFTER_NAME = re.compile(r"[,|·•(\n]| in | and | und | et | y | e ")
SHORT = 60  # characters of a line that is no more than a date or an address


def is_furniture(text: str) -> bool:
    """Whether the whole line, or half of the lines, is what a page says around its text."""
    lines = text.split("\n") if len(text) < 4 * LONGEST else [text]
    return 2 * sum(len(line) <= LONGEST and bool(FURNITURE.fullmatch(line)) for line in lines) >= len(lines)


def heads_comments(line: str) -> bool:
    """Whether the line is the heading of what readers say."""
    return len(line) <= 120 and bool(COMMENTS.fullmatch(line.rstrip(":： ")))


def heads_related(line: str) -> bool:
    """Whether the line is the heading of a list of other articles."""
    return len(line) <= 80 and bool(RELATED.fullmatch(line.rstrip(":： ")))


def heads_offer(line: str) -> bool:
    """Whether the line is the heading of a box that offers a newsletter or a subscription."""
    return len(line) <= 100 and bool(OFFERS.fullmatch(line.rstrip(":：!.? ")))


def is_particulars(line: str) -> bool:
    """Whether the line is only a byline, a date, or both."""
    if len(line) > 120 or (line.endswith(".") and len(line) > SHORT):
        return False
    if DATED.fullmatch(line) and any(map(str.isdigit, line)):
        return True
    if len(line) <= SHORT and (_is_dated(line) or _is_address(line)):
        return True
    return len(line) < 100 and bool(BYLINE.fullmatch(line))


def _is_dated(line: str) -> bool:
    return len(LETTERS.findall(line)) <= 5 and bool(DAY.search(line))


def _is_address(line: str) -> bool:
    return "," not in line and bool(ADDRESS.search(line)) and len(LETTERS.findall(ADDRESS.sub("", line))) <= 3


def named_in_byline(line: str) -> str:
    """The one who a line like "By Mina Okafor, Transport Reporter" names; "" for any other line."""
    found = BYLINE.fullmatch(line) if len(line) < 100 else None
    return AFTER_NAME.split(found["name"], maxsplit=1)[0].strip() if found and found["name"] else ""
