"""A text in, the language it is written in out, told from its first few thousand characters."""

from functools import cache
from typing import Any

from tasks.records import Language

SAMPLE = 4_000  # characters: more does not change the answer and costs time
LEAST_WORDS = 4  # below this the model guesses ("Hello world" is Fulfulde to it)
LEAST_LETTERS = 8  # the same where words are not parted by spaces
LEAST_CONFIDENCE = 0.2  # a hundred languages share the rest

UNKNOWN = Language("und", 0.0)


def detect(text: str) -> Language:
    """The language of `text`, ISO 639-1 where it has such a code, with the model's probability (0..1).

    "und" for a text too short to tell (under four words, or eight letters in scripts without spaces) and for one that
    the model cannot tell. The model is that of langid.py (Lui & Baldwin 2012) as py3langid ships it.
    """
    sample = text[:SAMPLE]
    words = [word for word in sample.split() if any(map(str.isalpha, word))]
    spaceless = sum(map(str.isalpha, sample)) >= LEAST_LETTERS and not sample.isascii()
    if len(words) < LEAST_WORDS and not spaceless:
        return UNKNOWN
    code, confidence = _identifier().classify(" ".join(words))
    return Language(code, round(confidence, 4)) if code != "zxx" and confidence >= LEAST_CONFIDENCE else UNKNOWN


def load() -> None:
    """Load the model now, half a second before it is needed; it is unpacked through a temporary file."""
    _identifier()


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]  # half a second, and only ingest needs it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
