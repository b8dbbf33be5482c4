"""A text in, the language it is written in out, told from a few pieces of it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from tasks.records import Language

PIECES, PIECE = 4, 500  # pieces, evenly from the whole text, and characters of each: more change no answer
LEAST_WORDS = 4  # below this the model guesses ("Hello world" is Fulfulde to it)
LEAST_LETTERS = 8  # the same where words are not parted by spaces
LEAST_CONFIDENCE = 0.3  # a hundred languages share the rest
MOST_SIGNS = 0.06  # share of the characters: prose has one in a hundred of them, programs one in six

SIGNS = re.compile(r"[{}()\[\]=<>+*;_$\\#~^`]")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
# What the model tells apart and ISO 639-1 does not: written, these are mostly the language that has the code.
WITHIN = {"yue": "zh", "wuu": "zh", "ary": "ar", "arz": "ar", "gug": "gn", "uzs": "uz", "fuv": "ff", "sdh": "ku"}

UNKNOWN = Language("und", 0.0)


def detect(text: str) -> Language:
    """The language of `text`, ISO 639-1 where it has such a code, with the model's probability (0..1).

    The probability is the mean over the pieces: half of a text in another language halves it. "und" for a text too
    short to tell (under four words, or eight letters in scripts without spaces), for one that is code or figures and
    for one that the model cannot tell. The model is that of langid.py (Lui & Baldwin 2012) as py3langid ships it.
    """
    shares: dict[str, float] = {}
    letters = 0
    for piece in _pieces(text):
        weight = sum(map(str.isalpha, piece))
        letters += weight
        for code, probability in _probabilities(piece) if _is_prose(piece) else ():
            shares[code] = shares.get(code, 0.0) + weight * probability
    best = max(sorted(shares), key=shares.__getitem__, default="zxx")
    confidence = shares.get(best, 0.0) / max(1, letters)
    return Language(best, round(confidence, 4)) if best != "zxx" and confidence >= LEAST_CONFIDENCE else UNKNOWN


def _pieces(text: str) -> Iterator[str]:
    """The whole of a short text, pieces from head to tail of a long one, each of its words with letters in them."""
    step = (len(text) - PIECE) / (PIECES - 1)
    whole = len(text) <= PIECES * PIECE
    starts = range(0, len(text), PIECE) if whole else [round(step * number) for number in range(PIECES)]
    for start in starts:
        yield " ".join(word for word in text[start : start + PIECE].split() if any(map(str.isalpha, word)))


def _is_prose(piece: str) -> bool:
    enough = piece.count(" ") + 1 >= LEAST_WORDS or len(UNSPACED.findall(piece)) >= LEAST_LETTERS
    return enough and len(SIGNS.findall(piece)) <= MOST_SIGNS * len(piece)


def _probabilities(piece: str) -> Iterator[tuple[str, float]]:
    for code, probability in _identifier().rank(piece):
        yield WITHIN.get(code, code), float(probability)


def load() -> None:
    """Load the model now, half a second before it is needed; it is unpacked through a temporary file."""
    _identifier()


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]  # half a second, and only ingest needs it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
