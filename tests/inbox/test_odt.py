"""An OpenDocument text comes out as it would be printed with every change accepted."""

import io

import pytest
from odf import opendocument  # type: ignore[import-untyped]
from odf import text as odf

from tasks.errors import Rejected
from tasks.inbox import read
from tasks.inbox.limits import Limits, Rules
from tests.inbox import making

LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


def text_of(body: str) -> str:
    (extracted,) = read("a.odt", making.odt_of(body))
    return extracted.text


def p(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def row(*cells: str) -> str:
    held = "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in cells)
    return f"<table:table-row>{held}</table:table-row>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("one") + p("") + "<text:h>two</text:h>", "one\n\ntwo"),
        (p("one\n   two <text:s text:c='900000000'/>three<text:tab/>four<text:line-break/>five"),
         "one two  three\tfour\nfive"),
        (p("one <text:span>two <text:a xlink:href='x'>three</text:a></text:span> four"), "one two three four"),
        (f"<text:list><text:list-header>{p('head')}</text:list-header><text:list-item>{p('a')}<text:list>"
         f"<text:list-item>{p('b')}</text:list-item></text:list></text:list-item></text:list>{p('end')}",
         "head\n\n• a\n• b\n\nend"),
        ("<text:list><text:list-item><text:h>A heading</text:h></text:list-item></text:list>", "A heading"),
        (f"<text:section>{p('in a section')}</text:section>", "in a section"),
        (f"{p('one')}<table:table><table:table-column/><table:table-header-rows>{row('a', 'b')}"
         f"</table:table-header-rows>{row('c', 'd')}</table:table>{p('two')}", "one\n\na | b\nc | d\n\ntwo"),
        (f"<table:table>{row('a frame')}{row('of one column')}</table:table>", "a frame\n\nof one column"),
        ("<table:table><table:table-row table:number-rows-repeated='1000000'><table:table-cell "
         f"table:number-columns-repeated='16000'>{p('a')}</table:table-cell><table:table-cell/></table:table-row>"
         "</table:table>", "a |"),
        ("<text:tracked-changes><text:changed-region><text:deletion>" + p("gone") + "</text:deletion>"
         "</text:changed-region></text:tracked-changes>" + p("one <text:change-start/>two<text:change-end/>"),
         "one two"),
        (p("one<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("A note.") + p("More.")
           + "</text:note-body></text:note> two") + p("three"), "one two\n\nthree\n\nA note. More."),
        (p("one<office:annotation><dc:creator>Jane</dc:creator>" + p("No?") + "</office:annotation> two"), "one two"),
        (f"<text:table-of-content><text:index-body>{p('1')}</text:index-body></text:table-of-content>{p('a')}", "a"),
        (p("one<draw:frame><draw:text-box>" + p("box") + "</draw:text-box></draw:frame> two"), "one two\n\nbox"),
        (p("one<draw:frame><draw:image/></draw:frame> two"), "one two"),
        (p("<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>"), "漢"),
        (p("<!-- x -->one<?x y?> two"), "one two"),
    ],
)  # fmt: skip
def test_the_words_of_a_document(body: str, text: str) -> None:
    assert text_of(body) == text


def test_properties_become_fields() -> None:
    described = (
        "<dc:title>On harbours</dc:title><meta:initial-creator>Jane Roe</meta:initial-creator>"
        "<dc:creator>John</dc:creator><meta:creation-date>2019-11-07T09:30:00.123456</meta:creation-date><dc:date>2019-11-08</dc:date>"
        "<dc:language>en-GB</dc:language>"
    )
    (extracted,) = read("a.odt", making.odt_of(p("text"), described))
    assert [(each.name, each.value) for each in extracted.metadata] == [
        ("title", "On harbours"),
        ("author", "Jane Roe"),
        ("date", "2019-11-07T09:30:00"),
        ("modified", "2019-11-08"),
        ("language", "en-GB"),
    ]


def test_what_another_program_writes_is_read() -> None:
    document = opendocument.OpenDocumentText()
    for words in ("one", "two"):
        document.text.addElement(odf.P(text=words))
    file = io.BytesIO()
    document.save(file)
    (extracted,) = read("a.odt", file.getvalue())
    assert (extracted.format, extracted.text) == ("odt", "one\n\ntwo")


def test_a_locked_document_is_rejected() -> None:
    locked = making.changed(making.odt_of(p("x")), {"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"})
    with pytest.raises(Rejected, match="locked with a password"):
        read("a.odt", locked)


def test_entities_are_not_expanded() -> None:
    content = f"<office:document-content {making.SPACES}><office:body><office:text>{p('one')}{p('&l1;')}{p('&file;')}"
    content += "</office:text></office:body></office:document-content>"
    few = '<!DOCTYPE x [<!ENTITY l1 "laugh"><!ENTITY file SYSTEM "file:///etc/hostname">]>'
    bare = making.odt_of(p("x"))
    (extracted,) = read("a.odt", making.changed(bare, {"content.xml": few + content}))
    assert extracted.text == "one"
    many = f'<!DOCTYPE x [<!ENTITY l0 "laugh">{LAUGHS}]>'
    with pytest.raises(Rejected, match="no well-formed XML"):
        read(
            "a.odt", making.changed(bare, {"content.xml": many + content.replace("&l1;", "&l9;").replace("&file;", "")})
        )


def test_too_much_is_rejected() -> None:
    with pytest.raises(Rejected, match="MB of markup") as rejected:
        read("a.odt", making.odt_of(p("x" * 9_000)), Rules(Limits(markup_bytes=9_000)))
    assert rejected.value.stage == "limits"
    with pytest.raises(Rejected, match="characters that a document may have"):
        read("a.odt", making.odt_of(p("x" * 9_000)), Rules(Limits(characters=8_000)))


@pytest.mark.parametrize("length", [0.4, 0.8, 0.98])
def test_a_truncated_document_is_rejected(length: float) -> None:
    whole = making.odt("A title", "Jane Roe", making.CREATED, ["text"] * 50)
    with pytest.raises(Rejected) as rejected:
        read("a.odt", whole[: int(length * len(whole))])
    assert rejected.value.stage == "decode"


@pytest.mark.parametrize(
    ("content", "reason"),
    [("<office:x", "no well-formed XML"), ("<x/>", "it has no text"), ("", "no well-formed XML")],
)
def test_a_lying_document_is_rejected(content: str, reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        read("a.odt", making.changed(making.odt_of(p("x")), {"content.xml": content}))


def test_a_long_table_of_one_column_is_paragraphs() -> None:
    rows = "".join(
        f"<table:table-row><table:table-cell><text:p>{number}</text:p></table:table-cell></table:table-row>"
        for number in range(20_000)
    )
    (extracted,) = read("a.odt", making.odt_of(f"<table:table>{rows}</table:table>"))
    assert extracted.text == "\n\n".join(map(str, range(20_000)))
