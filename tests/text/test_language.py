"""Languages are told where there is enough to tell them by."""

import pytest

from tasks.text.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The talks between the two governments went on for eleven hours.", "en"),
        ("Les élèves français étaient très heureux d’être là.", "fr"),
        ("Die Gespräche dauerten elf Stunden und endeten ohne Ergebnis.", "de"),
        ("首相は来週、東京で野党の代表者との会談を続けると発表した。", "ja"),
        ("总统宣布，与反对派代表的谈判将于下周继续进行。", "zh"),
        ("Президент заявил, что переговоры будут продолжены.", "ru"),
        ("Yes", "und"),
        ("Hello world", "und"),
        ("12 34 56 78 90", "und"),
        ("", "und"),
    ],
)
def test_languages(text: str, code: str) -> None:
    found = detect(text)
    assert found.code == code
    assert 0 <= found.confidence <= 1


def test_only_the_beginning_is_looked_at() -> None:
    english = "The talks went on for eleven hours. " * 200
    assert detect(english + "Die Gespräche dauerten elf Stunden. " * 1000) == detect(english)
