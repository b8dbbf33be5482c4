"""Which paragraphs are sentences."""

import pytest

from tasks.duplicates.prose import prose

SENTENCES = [
    "The lock will stay shut until the spring, the board said.",
    "Who is to pay for the divers that went down on Tuesday?",
    "It will not be the people who live along the river!",
    '"We had looked at those hinges in the summer," he said. "All was well."',
    "He called it “the oldest gate on the river, and the best one.”",
    "(The board had met in the old toll house on Monday.)",
    "Nobody knows yet what the divers have found down there…",
    "« Le bief restera fermé jusqu’au printemps », a dit la direction.",
    "Die Schleuse bleibt bis zum Frühjahr geschlossen, hieß es.",
    "Шлюз останется закрытым до весны, сообщило управление.",
    "水門は春まで閉じたままになると河川局は発表しました。",
    "ستبقى البوابة مغلقة حتى الربيع، فهل يدفع المجلس؟",
    "नदी का फाटक वसंत तक बंद रहेगा, बोर्ड ने कहा।",
    "The lock will stay shut\nuntil the spring, the board said.  ",
]
FURNITURE = [
    "Home | News | River | Weather",
    "Lock at Sallow Reach stays shut until the spring",
    "By Ada Quill, our correspondent on the river",
    "Read more.",
    "Share this!",
    "Published 3 February 2031, 08:15",
    "- Divers go down at Sallow Reach\n- Barges wait at Hame\n- Letters",
    "Related stories: the gate, the barges, the works at Hame",
    "12,345 readers",
    "",
    "...",
    "”",
]


@pytest.mark.parametrize("paragraph", SENTENCES)
def test_sentences_are_prose(paragraph: str) -> None:
    assert prose(paragraph) == paragraph


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_a_quotation_that_closes_in_french_is_prose(space: str) -> None:
    paragraph = f"«{space}Le bief restera fermé jusqu’au printemps, dit la direction.{space}»"
    assert prose(paragraph) == paragraph


@pytest.mark.parametrize("paragraph", FURNITURE)
def test_menus_headlines_and_links_are_none(paragraph: str) -> None:
    assert prose(paragraph) == ""


def test_prose_keeps_its_order_and_a_blank_line_between() -> None:
    text = "\n\n".join((FURNITURE[0], SENTENCES[0], FURNITURE[1], SENTENCES[1], FURNITURE[3]))
    assert prose(text) == f"{SENTENCES[0]}\n\n{SENTENCES[1]}"
