"""A number -> a share in per cent, two numbers -> the share that one is of the other, a text -> its fractions."""

import re
from collections.abc import Iterator

from tasks.entities.figures.numerals import Numeral, lowered
from tasks.entities.figures.spelled import SMALL
from tasks.entities.figures.told import Told

_SIGN = re.compile(
    r"(?:[ \u00a0]{0,3}\n?|-)(?:(?P<points>percentage[ \n-]points?|%[ -]points?|pp)(?!\w)|%(?!\w)"
    r"|per[ \n-]?cent(?!\w)|pct(?!\w))",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8} | {
    "tenth": 10
}
_PART = "|".join(part for part in _PARTS if part != "half")
_CANDIDATE = re.compile(rf"[htqfse](?:{'|'.join(part[1:] for part in _PARTS)})")
_MANY = re.compile(r"(?<![\w-])(?:(?P<many>one|two|three|four|five|six|seven|nine)[ -]|(?P<a>an?) )\Z")
_PARTED = re.compile(rf"(?P<part>{_PART})(?P<plural>s?)(?![\w-])(?P<of> of (?!an?\b)\w)?")
# Of a part alone it must be said what of, or how near it is: "a third man" is none, "nearly a third" is.
_NEAR = re.compile(r"\b(?:by|than|least|to|about|around|nearly|almost|roughly|some) a \Z")
_LONE = re.compile(r"(?! (?!in\b|of\b|to\b|by\b|on\b|at\b)\w)")
_HALF = re.compile(r"half(?<![\w-]half)(?= (?:of (?!an?\b)|the |all |its |their |his |her |our |those |these )\w)")
_HALF_POINT = re.compile(r"half(?<![\w]half)(?: of)? (?:1|one|a) (?:per ?cent|percentage (?P<points>point))(?![\w])")
_ONE = re.compile(r"(?<![\w-])one[ -]\Z")
# Points are those of per cent where the talk is of a poll; those of a match are a count.
_POINTS = re.compile(r"(?:-point (?:lead|margin|advantage|edge|gap|swing|rise|drop|increase|decline)\b|[ ]points?\b)")
_POLL = re.compile(r"%|\b(?:per ?cent|polls?|polling|voters?|survey|swing)\b", re.IGNORECASE)
_NEARBY = 70  # characters in which a poll must be spoken of
_SLASHED = re.compile(r"\d/(?<![\w/.]\d/)\d{1,2}(?= of )")
_OF = re.compile(r" (?:out of|in)(?: every)? ")
_PLAIN_WHOLES = (20, 100, 1_000, 10_000)
_LONGEST = 16  # characters before a part


def share(text: str, numeral: Numeral) -> Told | None:
    """Give the share that a number with "%" or "per cent" behind it tells; a difference of shares is in "pp"."""
    sign = _SIGN.match(text, numeral.end)
    if not sign:
        return _points(text, numeral)
    negative = numeral.minus < numeral.start
    value = -numeral.value if negative else numeral.value
    return Told(numeral.minus, sign.end(), value, "pp" if sign["points"] else "%", "share")


def _points(text: str, numeral: Numeral) -> Told | None:
    """Give the points of per cent that a number tells: "a 10-point lead", "12 points" beside a poll."""
    points = _POINTS.match(text, numeral.end)
    if not points:
        return None
    hyphened = points.group()[0] == "-"
    if not hyphened and not _POLL.search(text, max(0, numeral.start - _NEARBY), points.end() + _NEARBY):
        return None
    end = numeral.end + len("-point") if hyphened else points.end()
    return Told(numeral.start, end, numeral.value, "pp", "share")


def fractions(text: str) -> Iterator[Told]:
    """Give the shares that a text tells as fractions: "two-thirds", "a quarter of", "half the seats", "2/3 of"."""
    small = lowered(text)
    for match in _CANDIDATE.finditer(small):
        half = _HALF.match(small, match.start())
        told = Told(match.start(), half.end(), 50, "%", "share") if half else _part(small, match.start())
        if told:
            yield told
    for match in _HALF_POINT.finditer(small):
        one = _ONE.search(small, max(0, match.start() - 5), match.start())
        start = one.start() if one else match.start()
        yield Told(start, match.end(), 0.5, "pp" if match["points"] else "%", "share")
    for match in _SLASHED.finditer(small):
        over, under = map(int, match.group().split("/"))
        if 0 < over < under:
            yield Told(match.start(), match.end(), 100 * over / under, "%", "share")


def _part(small: str, start: int) -> Told | None:
    """Give the share that the part at `start` tells with the number before it, None where it is no fraction."""
    before = _MANY.search(small, max(0, start - _LONGEST), start)
    part = _PARTED.match(small, start) if before else None
    if not before or not part:
        return None
    many, parts = SMALL[before["many"] or "one"], _PARTS[part["part"]]
    if many >= parts or bool(part["plural"]) != (many > 1) or not (before["many"] or part["of"] or _near(small, part)):
        return None
    if part["part"] == "quarter" and not part["of"] and not _near(small, part) and small[start - 1] != "-":
        return None  # of a year, or of a match
    return Told(before.start(), part.end("plural"), 100 * many / parts, "%", "share")


def _near(small: str, part: re.Match[str]) -> bool:
    return bool(_NEAR.search(small, max(0, part.start() - _LONGEST), part.start()) and _LONE.match(small, part.end()))


def ratio(text: str, some: Numeral, whole: Numeral) -> Told | None:
    """Give the share that two numbers tell: "one in five", "nine out of 10"; the whole is round, but for one."""
    if whole.start - some.end > _LONGEST or not _OF.fullmatch(text, some.end, whole.start):
        return None
    year = 1900 <= whole.value <= 2099 and text[whole.start : whole.end].isdigit()
    rounded = whole.value <= 10 or whole.value in _PLAIN_WHOLES or some.value == 1
    if year or not rounded or not 1 <= some.value < whole.value or whole.value < 3:
        return None
    return Told(some.start, whole.end, 100 * some.value / whole.value, "%", "share")
