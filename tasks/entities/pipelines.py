"""The name of a recogniser -> what finds mentions in a text: our own model, or a pipeline of spaCy that is installed.

spaCy is an optional extra (`pip install broadsheet[spacy]`); nothing here imports it unless a pipeline is named.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from tasks.entities.recognition import recognise
from tasks.errors import PipelineError
from tasks.records import Kind, Mention

Recogniser = Callable[[str], list[Mention]]

# The labels of OntoNotes, by which spaCy's English pipelines are trained, and those of WikiNER and CoNLL.
_KINDS: dict[str, Kind] = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "NORP": "NORP",
}  # fmt: skip
_EDGES = ' \t\n\r"“”‘’'


@cache
def recogniser(pipeline: str = "") -> Recogniser:
    """Give what finds the mentions of a text. pipeline: the name or the folder of one of spaCy's, "" for our model.

    Raises PipelineError where it cannot be loaded, or has nothing that finds names.
    """
    if not pipeline:
        return recognise
    try:
        language = import_module("spacy").load(pipeline)
    except ImportError as error:
        raise PipelineError(
            f"entities.pipeline is {pipeline!r}, but spaCy cannot be loaded ({error}): install broadsheet[spacy], or "
            "leave the setting out for the program's own model."
        ) from error
    except (OSError, ValueError) as error:
        raise PipelineError(
            f"spaCy finds no pipeline {pipeline!r} ({error}): install it, or name its folder in entities.pipeline."
        ) from error
    if not {"ner", "entity_ruler", "span_ruler"} & set(language.pipe_names):
        raise PipelineError(f"The pipeline {pipeline!r} has no component that finds names: name another one.")
    language.max_length = max(language.max_length, 10_000_000)
    return lambda text: _mentions(language(text), text)


def _mentions(document: Any, text: str) -> list[Mention]:
    """Give the entities of a spaCy document as mentions, without what our guidelines leave out: "the", "'s"."""
    found = []
    for span in document.ents:
        kind = _KINDS.get(span.label_)
        start, end = _trimmed(text, span.start_char, span.end_char)
        if kind and start < end:
            found.append(Mention(start, end, kind, text[start:end]))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if text[start : start + 4].lower() == "the ":
        start += 4
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end
