"""A text -> the tokens that are counted, in order, case kept.

Word boundaries follow Unicode's (UAX 29), with four deviations that news text asks for: an abbreviation keeps its
points ("U.S."), hyphens join ("mother-in-law", "Covid-19"), two numbers are never joined ("2015-16" is two), and
addresses, @handles and #tags are left out altogether.
"""

import re
import unicodedata

_MARKS = "".join(
    c for c in map(chr, range(0x300, 0xFFFF)) if unicodedata.category(c)[0] == "M"
)  # \w knows no vowel signs
_IDEOGRAPHS = "\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # each is a word, says UAX 29
_RUN = rf"(?:[^\W_{_IDEOGRAPHS}]++[{_MARKS}]*+)++"
_LETTER = r"[^\W\d_]"
_PART = rf"(?:Ph\.D\b\.?|{_LETTER}(?:\.{_LETTER})+(?!\w)\.?|\d++(?:[.,]\d++)*+(?:{_RUN})?+|{_RUN})"
_JOINT = r"(?:['’ʼ]|(?<!\d)[-‐‑]|[-‐‑](?!\d))"  # a hyphen between two digits is a range or a score
_DOMAIN = r"(?:\.[\w-]++)*?\.(?:com|org|net|gov|edu|mil|int|info|io|co\.uk|org\.uk|ac\.uk|gov\.uk|gov\.au|com\.au)\b"
_WORD = rf"(?>{_PART}(?:{_JOINT}{_PART})*+)(?!://|[\w.+-]*@\w|{_DOMAIN})"
_ADDRESS = rf"\w+://\S+|[\w.+-]+@[\w.-]+|[\w-]+{_DOMAIN}(?:[/:?#]\S*|['’]s)?|[@#]\w*{_LETTER}\w*"
_PLAIN = r"[A-Za-z]++(?=[ \n,;!?)])"  # nine tokens of ten, and the rest of the expression is four times slower
_TOKEN = re.compile(rf"(?:({_PLAIN}|{_WORD}|[{_IDEOGRAPHS}])|{_ADDRESS})[ ,]*+")

# A figure, and a figure with what is written on to it: ordinals, decades, scales, hours, common measures.
_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*(?:['’]?s|st|nd|rd|th|m|mn|bn|tn|k|b|am|pm|km|kg|cm|mm|mg|ft|lb|lbs|mph|kmh|kph|p|c|pc|pp)?",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """Give the tokens of `text` in order, as they are written: words and numbers, without addresses, handles, tags."""
    return [token for token in _TOKEN.findall(text) if token]


def is_number(token: str) -> bool:
    """Tell whether a token is a figure ("1,000", "3.5", "20th", "1960s", "3bn") and no word ("5G", "10-year-old")."""
    return _NUMBER.fullmatch(token) is not None
