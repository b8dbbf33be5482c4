"""A text -> the numbers in it that may be figures, in digits or words, with their values.

A number is left out where the characters around it make it part of a name, a date, a time, a telephone number or a
version: "COVID-19", "1/2/2016", "12:30", "202-555-0143", "2.4.1". A comma parts thousands and is never a decimal one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.entities.figures.spelled import SCALES, SMALL, spelled_value

_SPACES = "\u00a0\u2009\u202f"
_SCALE = "|".join(SCALES)
_WORD = "|".join([*SMALL, *SCALES])
_VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}
_GAP = rf"(?:[ {_SPACES}]{{0,3}}\n?|-)"
_NUMERAL = re.compile(
    r"(?:"
    rf"(?P<mixed>\d{{1,3}}[ -]\d/\d(?![\d/]))"
    rf"|(?P<digits>\d++(?:[.,/:{_SPACES}]\d++)*+)(?P<vulgar>[{''.join(_VULGAR)}])?"
    rf"|(?P<alone>[{''.join(_VULGAR)}])"
    rf"|(?P<words>(?:{_WORD})(?:(?:[ -]|(?:(?<=hundred)|(?<=thousand)|(?<=million))[ -]and[ -])(?:{_WORD})\b)*+)\b)"
    rf"(?P<half>[ -]{{1,2}}and[ -]{{1,2}}a[ -]half\b)?"
    rf"(?:(?P<scales>(?:{_GAP}(?:{_SCALE})\b){{1,2}})|(?P<letters>[ ]?(?:bn|mn|mln|tn|trn)|[kmbt])(?![\w/²³]))?"
)
# What a number begins with. One class of characters stands in front: the search for it alone is what makes it fast.
_CANDIDATE = re.compile(
    rf"[\d{''.join(_VULGAR)}{''.join(sorted({word[0] for word in (*SMALL, *SCALES)}))}](?<![\w/#@§_].)"
    rf"(?:(?<=[\d{''.join(_VULGAR)}])|{'|'.join(word[1:] for word in (*SMALL, *SCALES))})"
)
_DIGITS = re.compile(
    r"(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}"
    rf"|[1-9]\d{{0,2}}(?:[{_SPACES}]\d{{3}})+|[1-9]\d{{0,15}}|0)(?:\.\d{{1,15}})?"
)
_POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}")
_FRACTION = re.compile(r"(\d{1,3})[ -](\d)/(\d)|(\d)/(\d{1,2})")
_NOT_DIGITS = re.compile(rf"[,{_SPACES}]")
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "t": 10**12, "tn": 10**12} | {
    "trn": 10**12
}
_BEFORE_SCALE = re.compile(
    r"(?<!\w)(?:(half)[ -](?:an?[ -])?|(?:an?)[ \n]|(?P<the>(?:the|these|those|last|first|past|next)[ ]))\Z",
    re.IGNORECASE,
)
_BEFORE_MINUS = re.compile(r"(?:(?<![^\s(])[-−]|(?<!\w)minus )\Z", re.IGNORECASE)
_JOINED = re.compile(r"[^\W_][-‑–—]\Z")
_CHAIN_BEHIND = re.compile(r"[-–]\d+[-–]\d")
_CHAIN_BEFORE = re.compile(r"\d[-–./]\d+[-–]\Z")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text, scale words multiplied out.

    spelled: in words. scaled: a scale stands with it. minus: where its sign begins, `start` if it has none. joined: a
    hyphen ties it to the number before it. letter: whether the scale is a letter that may mean something else ("5m").
    bare: the number without the scale.
    """

    start: int
    end: int
    value: float
    spelled: bool = False
    scaled: bool = False
    minus: int = -1
    joined: bool = False
    letter: bool = False
    bare: "Numeral | None" = None


def numerals(text: str) -> Iterator[Numeral]:
    """Give the numbers of `text` in order; in linear time."""
    small, end = lowered(text), 0
    for candidate in _CANDIDATE.finditer(small):
        match = _NUMERAL.match(small, candidate.start()) if candidate.start() >= end else None
        if match is None:
            continue
        end, value = match.end(), _value(match)
        if value is None:
            continue
        found = _worded(text, match, value) if match["words"] else _digital(text, match, value)
        if found:
            yield found


def lowered(text: str) -> str:
    """Give `text` in small letters, each at its place: patterns for one case are several times as fast."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _value(match: re.Match[str]) -> float | None:
    """Give the value of the number without its scale, None for what is no number."""
    if match["words"]:
        value = spelled_value(match["words"]) if len(match["words"]) < 120 else None
    elif match["alone"]:
        value = _VULGAR[match["alone"]]
    else:
        value = _read(match["mixed"] or match["digits"])
        if value is not None and match["vulgar"]:
            value += _VULGAR[match["vulgar"]]
    return value + 0.5 if value is not None and match["half"] else value


def _read(digits: str) -> float | None:
    if len(digits) > 40:
        return None
    if _DIGITS.fullmatch(digits):
        return float(_NOT_DIGITS.sub("", digits))
    if _POINTED.fullmatch(digits):
        return float(digits.replace(".", ""))
    fraction = _FRACTION.fullmatch(digits)
    if not fraction:
        return None
    whole, over, under = (fraction[1], fraction[2], fraction[3]) if fraction[1] else ("0", fraction[4], fraction[5])
    return int(whole) + int(over) / int(under) if 0 < int(over) < int(under) else None


def _worded(text: str, match: re.Match[str], value: float) -> Numeral | None:
    """Give a number in words; one that begins with a scale needs "a" or "half a" before it."""
    start, first = match.start(), re.split(r"[ -]", match["words"], maxsplit=1)[0]
    if start and text[start - 1] in "-–.":
        return None
    if first in SCALES:
        before = _BEFORE_SCALE.search(text, max(0, start - 12), start)
        if not before:
            return None
        start, value = start if before["the"] else before.start(), value / 2 if before[1] else value
    scale = _scale(match["scales"])
    minus = _minus(text, start)
    scaled = scale > 1 or any(word in match["words"] for word in SCALES)
    end = match.end("scales") if match["scales"] else _unlettered(match)
    last = SCALES.get(re.split(r"[ -]", match["words"])[-1], 1)
    bare = Numeral(start, end, value / last, True) if last >= 1_000 and value > last else None
    return Numeral(start, end, value * scale, True, scaled, minus, bare=bare)


def _digital(text: str, match: re.Match[str], value: float) -> Numeral | None:
    """Give a number in digits, None where what stands before or behind it makes it a part of something else."""
    start, end = match.start(), _unlettered(match)
    if text[start - 1 : start] == ".":
        if text[start - 2 : start - 1].strip() or not match["digits"] or not match["digits"].isdigit():
            return None
        start, value = start - 1, float("0." + match["digits"][:15])
    if text[start - 1 : start] in ("'", "’"):
        return None
    joined = _JOINED.search(text, max(0, start - 2), start)
    if (joined and not joined[0][0].isdigit()) or _CHAIN_BEFORE.search(text, max(0, start - 24), start):
        return None
    if _CHAIN_BEHIND.match(text, end):
        return None
    minus = start if joined else _minus(text, start)
    bare = Numeral(start, end, value, minus=minus, joined=bool(joined))
    if match["letters"]:
        letters = match["letters"].strip()
        factor = _LETTERS[letters.lower()]
        return Numeral(start, match.end(), value * factor, False, True, minus, bool(joined), len(letters) == 1, bare)
    if match["scales"]:
        scaled = value * _scale(match["scales"])
        return Numeral(start, match.end("scales"), scaled, False, True, minus, bool(joined), False, bare)
    return bare


def _unlettered(match: re.Match[str]) -> int:
    """Give where the number ends without the letters that may be its scale."""
    return match.start("letters") if match["letters"] else match.end()


def _scale(words: str | None) -> int:
    """Give the product of the scale words behind a number: "hundred thousand"."""
    product = 1
    for word in re.findall(r"[a-z]+", (words or "").lower()):
        product *= SCALES[word]
    return product


def _minus(text: str, start: int) -> int:
    """Give where the minus of a number begins: `start` if it has none."""
    sign = _BEFORE_MINUS.search(text, max(0, start - 8), start)
    return sign.start() if sign else start
