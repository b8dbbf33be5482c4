"""A text -> the tokens that the tagger labels, with their offsets: names must begin and end where a token does.

Finer than `tasks.text.tokens`, which counts words: every punctuation mark and the possessive stand alone and hyphens
split ("US-Chinese" is a country and a nationality), while an abbreviation and an initial keep their points ("U.S.",
"J.").
"""

import re

_LETTER = r"[^\W\d_]"
_RUN = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"  # letters may carry their accents behind them as signs of their own
_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+"
    rf"|(?:{_LETTER}\.){{2,}}"  # U.S., a.m.
    rf"|(?<![\w.&'’])[A-Z]\.(?=[ \n]?[A-Z])"  # the J. of Donald J. Trump
    r"|\d+(?:[.,]\d+)*"
    r"|['’](?:[sS]|ll|re|ve|[dm])(?![^\W_])"
    rf"|{_RUN}(?:['’](?!(?:[sS]|ll|re|ve|[dm])(?![^\W_])){_RUN})*"
    r"|([^\w\s]|_)\1*"
)


def tokens(text: str) -> list[tuple[int, int]]:
    """Give the offsets of the tokens of `text` in order; between two of them stands only white space."""
    return [match.span() for match in _TOKEN.finditer(text)]


def words(text: str) -> list[str]:
    """Give the tokens of `text` as strings."""
    return [match.group() for match in _TOKEN.finditer(text)]
