"""Names by another pipeline: what is taken from it, and what is said where it cannot be had. No spaCy is needed."""

import sys
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tasks.entities import recognise
from tasks.entities.pipelines import recogniser
from tasks.errors import PipelineError

TEXT = "The Hague's mayor met Ada Quill’s Norwegian friends of the Dam Board by Lake Tind on Friday. “Oslo” again."
SPANS = (
    ("The Hague's", "GPE"), ("Ada Quill’s", "PER"), ("Norwegian", "NORP"), ("the Dam Board", "ORG"),
    ("Lake Tind", "LOC"), ("Friday", "DATE"), ("“Oslo”", "GPE"), ("again", "MISC"),
)  # fmt: skip


class _Language:
    """What spaCy's load gives, as far as it is used."""

    def __init__(self, pipe_names: tuple[str, ...]) -> None:
        self.pipe_names = list(pipe_names)
        self.max_length = 1_000

    def __call__(self, text: str) -> Any:
        spans = [(text.find(surface), surface, label) for surface, label in SPANS]
        ents = [
            SimpleNamespace(label_=label, start_char=at, end_char=at + len(surface))
            for at, surface, label in spans
            if at >= 0
        ]
        return SimpleNamespace(ents=ents)


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """What one test loads is not there for the next."""
    recogniser.cache_clear()
    yield
    recogniser.cache_clear()


def _install(monkeypatch: pytest.MonkeyPatch, *pipes: str, fails: Exception | None = None) -> list[str]:
    """Let a made-up spaCy be there; gives the names that are loaded from it."""
    loaded: list[str] = []

    def load(name: str) -> _Language:
        loaded.append(name)
        if fails:
            raise fails
        return _Language(pipes)

    module = ModuleType("spacy")
    vars(module)["load"] = load
    monkeypatch.setitem(sys.modules, "spacy", module)
    return loaded


def test_without_a_name_it_is_our_own_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert recogniser("") is recognise
    assert recogniser() is recognise


def test_labels_become_kinds_and_edges_go(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, "tagger", "ner")
    found = recogniser("xx_made_up")(TEXT)
    assert [(each.surface, each.kind) for each in found] == [
        ("Hague", "GPE"),
        ("Ada Quill", "PERSON"),
        ("Norwegian", "NORP"),
        ("Dam Board", "ORG"),
        ("Lake Tind", "LOC"),
        ("Oslo", "GPE"),
    ]
    assert all(TEXT[each.start : each.end] == each.surface for each in found)


@pytest.mark.parametrize("pipe", ["ner", "entity_ruler", "span_ruler"])
def test_a_pipeline_is_loaded_once(monkeypatch: pytest.MonkeyPatch, pipe: str) -> None:
    loaded = _install(monkeypatch, pipe)
    assert recogniser("xx_made_up") is recogniser("xx_made_up")
    assert loaded == ["xx_made_up"]


def test_a_text_without_names_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, "ner")
    assert recogniser("xx_made_up")("") == []


def test_without_spacy_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(PipelineError, match=r"'xx_made_up'.*install broadsheet\[spacy\]"):
        recogniser("xx_made_up")


@pytest.mark.parametrize("fault", [OSError("E050"), ValueError("no config")])
def test_without_the_pipeline_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    _install(monkeypatch, fails=fault)
    with pytest.raises(PipelineError, match=r"no pipeline 'xx_made_up'.*install it, or name its folder"):
        recogniser("xx_made_up")


def test_a_pipeline_that_finds_no_names_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, "tagger", "parser")
    with pytest.raises(PipelineError, match="no component that finds names: name another"):
        recogniser("xx_made_up")
