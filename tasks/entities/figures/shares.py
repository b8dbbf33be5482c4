"""A number -> a share in per cent; a text -> the shares that it tells as fractions: "two-thirds", "one in five"."""

import re
from collections.abc import Iterator

from tasks.entities.figures.numerals import Numeral
from tasks.entities.figures.spelled import SMALL
from tasks.entities.figures.told import Told

_SIGN = re.compile(
    r"[ \u00a0\n-]?(?:(?P<points>percentage[ \n-]points?|%[ -]points?|pp)(?!\w)|%(?!\w)"
    r"|per[ \n-]?cent(?!\w)|pct(?!\w))",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8} | {
    "tenth": 10
}
_MANY = "one|two|three|four|five|six|seven|nine"
_PART = "|".join(part for part in _PARTS if part != "half")
# Of a part alone it must be said what of, or how near it is: "a third man" is none, "nearly a third" is.
_NEAR = r"(?<=by )|(?<=than )|(?<=least )|(?<=to )|(?<=about )|(?<=around )|(?<=nearly )|(?<=almost )|(?<=roughly )"
_FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<many>{_MANY})[ -](?P<parts>{_PART})(?P<plural>s?)(?![\w-])"
    rf"|(?P<a>an? )(?P<part>{_PART})(?= of (?!an?\b)\w)"
    rf"|(?:{_NEAR})a (?P<near>third|quarter|fifth|tenth)(?![\w-])(?! \w+(?<!in|of|to|by|on|at))"
    r"|(?<![/.])(?P<over>\d)/(?P<under>\d{1,2})(?= of )"
    r"|(?P<half>half)(?= (?:of (?!an?\b)|the |all |its |their |his |her |our |those |these )\w))",
    re.IGNORECASE,
)
_NUMBER = "|".join(SMALL)
_RATIO = re.compile(
    rf"(?<![\w.,-])(?P<some>{_NUMBER}|\d{{1,2}})(?: out)?(?: of| in)(?: every)? (?P<all>{_NUMBER}|a (?:hundred|thousand|million)|"
    r"\d{1,3}(?:,\d{3})*)(?![\w%/-]|[.,:]\d)(?! (?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|per|million)\b)",
    re.IGNORECASE,
)
_WHOLES = {"a hundred": 100, "a thousand": 1_000, "a million": 1_000_000}


def share(text: str, numeral: Numeral) -> Told | None:
    """Give the share that a number with "%" or "per cent" behind it tells; a difference of shares is in "pp"."""
    sign = _SIGN.match(text, numeral.end)
    if not sign:
        return None
    negative = numeral.minus < numeral.start
    value = -numeral.value if negative else numeral.value
    return Told(numeral.minus, sign.end(), value, "pp" if sign["points"] else "%", "share")


def fractions(text: str) -> Iterator[Told]:
    """Give the shares that a text tells in words, in order of their kinds."""
    for match in _FRACTION.finditer(text):
        value = _fraction(match)
        if value:
            yield Told(match.start(), match.end(), value, "%", "share")
    for match in _RATIO.finditer(text):
        value = _ratio(match)
        if value:
            yield Told(match.start(), match.end(), value, "%", "share")


def _fraction(match: re.Match[str]) -> float:
    """Give a fraction in per cent, 0 if it is none: "one thirds", "four thirds"."""
    if match["many"]:
        many, parts = SMALL[match["many"].lower()], _PARTS[match["parts"].lower()]
        return 100 * many / parts if many < parts and bool(match["plural"]) == (many > 1) else 0
    if match["over"]:
        over, under = int(match["over"]), int(match["under"])
        return 100 * over / under if 0 < over < under else 0
    return 100 / _PARTS[(match["part"] or match["near"] or match["half"]).lower()]


def _ratio(match: re.Match[str]) -> float:
    """Give "one in five" in per cent; 0 where the whole is no round number but for one in it, which may be any."""
    some, whole = _whole(match["some"]), _whole(match["all"])
    rounded = whole <= 10 or whole in (20, 100, 1_000, 10_000)
    out_of = " out" in match.group().lower()
    year = 1900 <= whole <= 2099 and "," not in match["all"]
    if not 0 < some < whole or whole < 3 or year or not (rounded or some == 1):
        return 0
    return 100 * some / whole if " in" in match.group().lower() or out_of else 0


def _whole(word: str) -> int:
    word = word.lower()
    return SMALL.get(word) or _WHOLES.get(word) or int(word.replace(",", ""))
