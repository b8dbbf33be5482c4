"""What a worker finds in one invented text: who is named, who said what, when and how much, in what counts alone."""

from datetime import date

from tasks.records import Paragraph, ParagraphKind
from tasks.shards.analysis import Text, analyse, version

BODY = (
    "Ada Quill came to Norway on 3 May 2026 with $40 million for the dam. “No dam holds for ever,” said Quill, "
    "whose firm has built dams for thirty years."
)
ASIDE = "“Read this next,” said Ben Roe of Sweden on 4 May 2026, for $5 million."


def _text(language: str = "en", aside: ParagraphKind = "furniture") -> Text:
    text = f"{BODY}\n\n{ASIDE}"
    second = len(BODY) + 2
    paragraphs = (Paragraph(0, len(BODY)), Paragraph(second, len(text), aside))
    return Text("d", language, text, paragraphs, date(2026, 5, 6))


def test_a_text_tells_who_said_what_when_and_how_much() -> None:
    [found] = analyse([_text()])
    assert found.failed == ""
    ids = [each.entity.id for each in found.mentions]
    assert ids == ["person:ada-quill", "country:NO", "person:ada-quill"]
    [(quote, speaker)] = found.quotes
    assert BODY[quote.start : quote.end] == "No dam holds for ever,"
    assert (quote.speaker, speaker) == ("Ada Quill", "person:ada-quill")
    assert [each.value for each in found.dates if each.event] == ["2026-05-03"]
    assert [(each.value, each.unit) for each in found.figures if each.sort == "money"] == [(40_000_000, "USD")]
    places = [each.mention.start for each in found.mentions]
    places += [each.start for each in found.dates] + [each.start for each in found.figures]
    assert max(places) < len(BODY), "nothing is found in what belongs to the page"


def test_the_same_paragraph_counts_where_it_is_of_the_article() -> None:
    [found] = analyse([_text(aside="body")])
    assert "country:SE" in {each.entity.id for each in found.mentions}
    assert len(found.quotes) == 2


def test_another_language_is_counted_and_not_read_for_names() -> None:
    [found] = analyse([_text("de")])
    assert found.failed == ""
    assert found.words
    assert (found.mentions, found.quotes, found.dates, found.figures) == ((), (), (), ())


def test_a_fault_in_one_text_holds_up_no_other() -> None:
    first, second = analyse([_text(), _text("de")], "no_such_pipeline_of_anybody")
    assert first.failed.startswith("PipelineError")
    assert second.failed == ""


def test_the_version_tells_the_pipeline() -> None:
    assert version("") == version("")
    assert len({version(""), version("xx_one"), version("xx_two")}) == 3
