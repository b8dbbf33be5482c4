"""A text -> the tokens that are counted, in order, case kept.

Word boundaries follow Unicode's (UAX 29), with four deviations that news text asks for: an abbreviation keeps its
points ("U.S."), hyphens join ("mother-in-law", "Covid-19"), two numbers are never joined ("2015-16" is two), and
addresses, @handles and #tags are left out altogether. Languages that put no space between words, where Unicode too
would need a dictionary, give character bigrams.
"""

import re
import unicodedata
from itertools import pairwise

_MARKS = "".join(
    c for c in map(chr, range(0x300, 0xFFFF)) if unicodedata.category(c)[0] == "M"
)  # \w knows no vowel signs
_IDEOGRAPHS = "\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # each is a word, says UAX 29
_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = ("\u3041-\u3096\u309d\u309e", "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d")
_SOUTH_EAST = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46",  # Thai
    "\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd\u0ec0-\u0ec6\u0edc-\u0edf",  # Lao
    "\u1780-\u17b3\u17d7",  # Khmer
    "\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081",  # Burmese
)
_SCRIPTS = (_HAN, *_KANA, *_SOUTH_EAST)  # written without spaces between the words
_CHARACTER = rf"[{''.join(_SCRIPTS)}](?:[\u17d2\u1039][\u1000-\u17b3]|[{_MARKS}\uff9e\uff9f])*+"  # with its signs

_LETTER = r"[^\W\d_]"
_JOINT = r"(?:['’ʼ]|(?<!\d)[-‐‑]|[-‐‑](?!\d))"  # a hyphen between two digits is a range or a score
_DOMAIN = r"(?:\.[\w-]++)*?\.(?:com|org|net|gov|edu|mil|int|info|io|co\.uk|org\.uk|ac\.uk|gov\.uk|gov\.au|com\.au)\b"
_ADDRESS = rf"\w+://\S+|[\w.+-]+@[\w.-]+|[\w-]+{_DOMAIN}(?:[/:?#]\S*|['’]s)?|[@#]\w*{_LETTER}\w*"
_PLAIN = r"[A-Za-z]++(?=[ \n,;!?)])"  # nine tokens of ten, and the rest of the expression is four times slower


def _expression(apart: str, alone: str) -> re.Pattern[str]:
    """The expression for a token. apart: characters that no word of letters has in it; alone: what they are instead."""
    letter = rf"[^\W\d_{apart}]"
    run = rf"(?:[^\W_{apart}]++[{_MARKS}]*+)++"
    part = rf"(?:Ph\.D\b\.?|{letter}(?:\.{letter})+(?!\w)\.?|\d++(?:[.,]\d++)*+(?:{run})?+|{run})"
    word = rf"(?>{part}(?:{_JOINT}{part})*+)(?!://|[\w.+-]*@\w|{_DOMAIN})"
    return re.compile(rf"(?:({_PLAIN}|{word}|{alone})|{_ADDRESS})[ ,]*+")


_TOKEN = _expression(_IDEOGRAPHS, rf"[{_IDEOGRAPHS}]")
_UNSPACED_TOKEN = _expression(
    "".join(_SCRIPTS),
    "|".join(_CHARACTER.replace("".join(_SCRIPTS), script, 1).join(("(?:", ")++")) for script in _SCRIPTS),
)
_UNSPACED = re.compile(_CHARACTER)
UNSPACED_LANGUAGES = frozenset(("zh", "ja", "th", "lo", "km", "my", "und"))  # "und": what it has of them, it has so

_AROUND = ".,;:!?\"'()“”‘’"  # a word with such signs around it is one token
# A figure, and a figure with what is written on to it: ordinals, decades, scales, hours, common measures.
_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*(?:['’]?s|st|nd|rd|th|m|mn|bn|tn|k|b|am|pm|km|kg|cm|mm|mg|ft|lb|lbs|mph|kmh|kph|p|c|pc|pp)?",
    re.IGNORECASE,
)


def words(text: str, language: str = "") -> list[str]:
    """Give the tokens of `text` in order, as they are written: words and numbers, without addresses, handles, tags.

    language: ISO 639-1. In one that is written without spaces between the words, a run of one script gives its
    character bigrams, as Chinese text retrieval has them ("北京市" -> "北京", "京市"), and a lone character itself; a
    character has its vowel signs and tone marks with it. Latin words among them stay words.
    """
    if language not in UNSPACED_LANGUAGES or text.isascii():
        return [token for token in _TOKEN.findall(text) if token]
    return [gram for token in _UNSPACED_TOKEN.findall(text) if token for gram in _grams(token)]


def parted(run: str) -> list[str]:
    """Give the tokens of a run without white space, "" where something parts them: a mark, an address, a quote.

    "(trade" gives "", "trade"; "deal," gives "deal", ""; the point of "St." or "Ft." parts nothing. All runs of a text
    together have the tokens that `words` gives, in a language that puts spaces between the words.
    """
    found: list[str] = []
    end = 0
    for match in _TOKEN.finditer(run):
        start, token = match.start(1), match.group(1)
        if not token or start > end:
            found.append("")
        if token:
            found.append(token)
        end = match.end(1) if token else match.end()
    if end < len(run) and not (run[end:] == "." and found[-1:] and found[-1] in _SAINTS):
        found.append("")
    return found


_SAINTS = frozenset(("St", "Ste", "Ft", "Mt"))  # first words of names of places
_SAINT = re.compile(rf"\b({'|'.join(sorted(_SAINTS))})\\ ")  # before an escaped space


def how_many(text: str, language: str = "") -> int:
    """How many tokens `words` gives, without cutting out those that are words of ASCII letters between white space."""
    runs = text.split()
    asked = [run for run in runs if not (run.isascii() and run.isalpha()) and not _is_one(run.strip(_AROUND))]
    return len(runs) - len(asked) + len(words(" ".join(asked), language))


def _is_one(run: str) -> bool:
    return run.isascii() and run.isalpha()


def _grams(token: str) -> list[str]:
    """The bigrams of a run of characters; any other token itself."""
    if not _UNSPACED.match(token):
        return [token]
    characters = _UNSPACED.findall(token)
    return [first + second for first, second in pairwise(characters)] or characters


def is_number(token: str) -> bool:
    """Tell whether a token is a figure ("1,000", "3.5", "20th", "1960s", "3bn") and no word ("5G", "10-year-old")."""
    return _NUMBER.fullmatch(token) is not None


def finding(word: str) -> str:
    """A regular expression for a word, or several, where they stand by themselves; of a script without spaces anywhere.

    Apostrophes and hyphens match whichever sign the text has for them, a space any white space; "St" may have a point.
    """
    pattern = _SAINT.sub(r"\1\\.?\\ ", re.escape(word))
    pattern = pattern.replace(r"\ ", r"\s+").replace("'", "['’ʼ]").replace(r"\-", "[-‐‑]")
    return pattern if _UNSPACED.match(word) else rf"(?<!\w){pattern}(?!\w)"
