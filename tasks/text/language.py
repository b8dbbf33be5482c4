"""A text in, the language it is written in out, told from a few pieces of it."""

import re
from collections.abc import Iterator

import numpy as np

from tasks.records import Language
from tasks.text.language_model import model, probabilities

PIECES, PIECE = 4, 500  # pieces, evenly from the whole text, and characters of each: more change no answer
LEAST_WORDS = 4  # below this the model guesses ("Hello world" is Fulfulde to it)
LEAST_LETTERS = 8  # the same where words are not parted by spaces
LEAST_CONFIDENCE = 0.3  # a hundred languages share the rest
MOST_SIGNS = 0.06  # share of the characters: prose has one in a hundred of them, programs one in six

SIGNS = re.compile(r"[{}()\[\]=<>+*;_$\\#~^`]")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
NONE = "zxx"  # the model's code for what is none

UNKNOWN = Language("und", 0.0)


def detect(text: str) -> Language:
    """The language of `text`, ISO 639-1 where it has such a code, with the model's probability (0..1).

    The probability is the mean over the pieces: half of a text in another language halves it. "und" for a text too
    short to tell (under four words, or eight letters in scripts without spaces), for one that is code or figures and
    for one that the model cannot tell.
    """
    weighed = [(sum(map(str.isalpha, piece)), piece) for piece in _pieces(text)]
    shares = [weight * probabilities(piece) for weight, piece in weighed if _is_prose(piece)]
    if not shares:
        return UNKNOWN
    summed = np.sum(shares, axis=0)
    best = int(summed.argmax())
    code, confidence = model().codes[best], float(summed[best]) / max(1, sum(weight for weight, _ in weighed))
    return Language(code, round(confidence, 4)) if code != NONE and confidence >= LEAST_CONFIDENCE else UNKNOWN


def _pieces(text: str) -> Iterator[str]:
    """The whole of a short text, pieces from head to tail of a long one, each of its words with letters in them."""
    step = (len(text) - PIECE) / (PIECES - 1)
    whole = len(text) <= PIECES * PIECE
    starts = range(0, len(text), PIECE) if whole else [round(step * number) for number in range(PIECES)]
    for start in starts:
        yield " ".join(filter(_has_letters, text[start : start + PIECE].split()))


def _has_letters(word: str) -> bool:
    return word.isalpha() or any(map(str.isalpha, word))


def _is_prose(piece: str) -> bool:
    enough = piece.count(" ") + 1 >= LEAST_WORDS or len(UNSPACED.findall(piece)) >= LEAST_LETTERS
    return enough and len(SIGNS.findall(piece)) <= MOST_SIGNS * len(piece)


def load() -> None:
    """Load the model now, before it is needed."""
    model()
