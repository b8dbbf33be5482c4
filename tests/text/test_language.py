"""Languages are told where there is enough to tell them by, and taken at their word where a format names them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tasks.records import MetadataField
from tasks.text.declared_language import code_of, declared_language
from tasks.text.language import detect
from tasks.text.language_model import model, probabilities

CASES = json.loads((Path(__file__).parents[1] / "cases" / "languages.json").read_text(encoding="utf-8"))
ENGLISH = "The talks between the two governments went on for eleven hours on Monday, officials said. "
GERMAN = "Die Gespräche zwischen den beiden Regierungen dauerten am Montag elf Stunden, hieß es. "


@pytest.fixture(scope="module")
def library() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _marked(row: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=row["fails"])] if "fails" in row else []
    return pytest.param(row, id=row["label"], marks=marks)


@pytest.mark.parametrize("row", list(map(_marked, CASES)))
def test_languages(row: dict[str, Any]) -> None:
    found = detect(row["text"])
    assert found.code == row["code"]
    assert (found.confidence > 0) == (found.code != "und")
    assert found.confidence <= 1


def test_the_whole_of_a_text_is_asked() -> None:
    assert detect(ENGLISH + GERMAN * 500).code == "de"
    assert detect(ENGLISH * 500 + GERMAN).code == "en"


def test_half_of_a_text_in_another_language_halves_the_confidence() -> None:
    assert detect(ENGLISH * 100).confidence > 0.95
    assert 0.4 < detect(ENGLISH * 100 + GERMAN * 100).confidence < 0.75


@pytest.mark.parametrize(
    "text", [ENGLISH, GERMAN, ENGLISH.upper(), "Ελλάδα και Ευρώπη", "東京の天気", "e\u0301te\u0301", "\ud800", ""]
)
def test_the_probabilities_are_those_of_the_library(text: str, library: Any) -> None:
    known = dict(library.rank(text))
    found = dict(zip(model().codes, probabilities(text).tolist(), strict=True))
    assert sum(found.values()) == pytest.approx(1, abs=1e-4)
    for code in ("en", "de", "el", "ja", "fr", "sr"):
        assert found[code] == pytest.approx(known[code], abs=1e-4)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("en", "en"),
        (" EN ", "en"),
        ("en-GB", "en"),
        ("de_DE", "de"),
        ("pt_BR.UTF-8", "pt"),
        ("zh-Hans-CN", "zh"),
        ("eng", "en"),
        ("ger", "de"),
        ("deu", "de"),
        ("English", "en"),
        ("American English", "en"),
        ("Deutsch (Schweiz)", "de"),
        ("français", "fr"),
        ("Norwegian Bokmål", "no"),
        ("日本語", "ja"),
        ("en,en-US", "en"),
        ("en, fr", ""),
        ("English and French", ""),
        ("und", ""),
        ("mul", ""),
        ("x-default", ""),
        ("C", ""),
        ("klingon", ""),
        ("", ""),
    ],
)
def test_languages_that_are_named(written: str, code: str) -> None:
    assert code_of(written) == code


def test_the_language_that_a_format_names() -> None:
    fields = [MetadataField("og:locale", "de_DE", "meta tag"), MetadataField("language", "en-GB", "meta tag")]
    assert declared_language(fields) == "en"
    assert declared_language([*fields, MetadataField("language", "fr", "feed")]) == ""
    assert declared_language([MetadataField("title", "English", "feed")]) == ""
