"""The features of a sentence's tokens -> their tags, by the model file beside this one, loaded once a process."""

from functools import cache
from importlib.resources import as_file, files

import pycrfsuite  # type: ignore[import-untyped]

VERSION = "3"
"""Changes whenever the results of the recogniser can change: with the model, the features, the lists and the rules."""


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    with as_file(files(__name__).joinpath("english.crfsuite")) as path:
        tagger.open(str(path))
    return tagger


def tag(items: list[list[str]]) -> list[str]:
    """Give a tag ("O", "B-PERSON", "I-PERSON"...) for each token of a sentence, from its features."""
    tags: list[str] = _tagger().tag(items)
    return tags
