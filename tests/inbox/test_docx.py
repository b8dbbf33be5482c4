"""A Word document comes out as it would be printed with every change accepted."""

import io
import zipfile

import docx as word
import pytest
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from tasks.errors import Rejected
from tasks.inbox import read
from tasks.inbox.limits import Limits, Rules
from tests.inbox import making

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
BARE = making.docx("A title", "Jane Roe", making.CREATED, ["text"])
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


def document(body: str, doctype: str = "") -> bytes:
    xml = f"<?xml version='1.0'?>{doctype}<w:document {SPACES}><w:body>{body}</w:body></w:document>"
    return making.changed(BARE, {"word/document.xml": xml})


def text_of(body: str, doctype: str = "") -> str:
    (extracted,) = read("a.docx", document(body, doctype))
    return extracted.text


def p(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(words)}</w:p>"


def r(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
CELL = "<w:tc>{}</w:tc>"
ROW = "<w:tr>{}</w:tr>"


def table(*rows: tuple[str, ...]) -> str:
    return f"<w:tbl>{''.join(ROW.format(''.join(CELL.format(p(cell)) for cell in cells)) for cells in rows)}</w:tbl>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("one") + p("") + p("two"), "one\n\ntwo"),
        (p("one") + table(("a", "b"), ("c", "")) + p("two"), "one\n\na | b\nc | \n\ntwo".replace("| \n", "|\n")),
        (p("one") + p("a", ITEM) + p("b", ITEM) + p("two"), "one\n\n• a\n• b\n\ntwo"),
        (p("a", '<w:pStyle w:val="ListBullet"/>'), "• a"),
        (p("no item", ITEM.replace('"3"', '"0"')), "no item"),
        (p("1", '<w:pStyle w:val="Heading1"/>' + ITEM), "1"),
        (f"<w:p>{r('one ')}<w:ins>{r('two ')}</w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del>{r('three')}"
         "</w:p>", "one two three"),
        (f"<w:p>{r('here')}<w:moveFrom>{r('gone')}</w:moveFrom></w:p><w:p><w:moveTo>{r('there')}</w:moveTo></w:p>",
         "here\n\nthere"),
        (p("one ", "<w:rPr><w:del/></w:rPr>") + p("paragraph"), "one paragraph"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{p('one')}<w:sdt><w:sdtContent>{p('two')}</w:sdtContent></w:sdt></w:sdtContent>"
         "</w:sdt>", "one\n\ntwo"),
        ('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
         f"<w:sdtContent>{p('Contents 1')}</w:sdtContent></w:sdt>{p('text')}", "text"),
        (f'<w:p>{r("a ")}<w:hyperlink r:id="x">{r("link")}</w:hyperlink>{r(" here")}</w:p>', "a link here"),
        ("<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>", "one\ntwo\tthree"),
        ('<w:p><w:r><w:t>it</w:t><w:softHyphen/><w:t>self</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r></w:p>', "itself‑x"),
        (f'<w:p>{r("on ")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
         f'{r("x")}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("Monday")}<w:r><w:fldChar w:fldCharType="end"/>'
         f"</w:r>{r(' night')}</w:p>", "on Monday night"),
        (f'<w:p><w:fldSimple w:instr="AUTHOR">{r("Jane")}</w:fldSimple></w:p>', "Jane"),
        (f"<w:p>{r('seen')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>", "seen"),
        (f"<w:p>{r('seen')}<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t> too</w:t></w:r></w:p>", "seen too"),
        (f"<w:p>{r('before')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>{p('box')}"
         f"</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{p('box')}</w:txbxContent></w:pict>"
         f"</mc:Fallback></mc:AlternateContent></w:r>{r(' and after')}</w:p>", "before and after\n\nbox"),
        (table(("only one column",), ("is a frame",)), "only one column\n\nis a frame"),
        (f"<w:tbl><w:tr>{CELL.format(p('a') + table(('x', 'y')))}{CELL.format(p('b'))}</w:tr></w:tbl>", "a x | y | b"),
        (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{CELL.format(p('gone'))}{CELL.format(p('gone'))}</w:tr>"
         f"<w:tr>{CELL.format(p('a'))}{CELL.format(p('b'))}</w:tr></w:tbl>", "a | b"),
        ("<w:p><m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara></w:p>", "a=b"),
        (p("Chapter 1", '<w:pStyle w:val="TOC1"/>') + p("text"), "text"),
    ],
)  # fmt: skip
def test_the_words_of_a_document(body: str, text: str) -> None:
    assert text_of(body) == text


def test_notes_stand_at_the_end_and_headers_do_not() -> None:
    document = word.Document()
    document.add_paragraph("The text.")
    document.sections[0].header.paragraphs[0].text = "A header"
    document.sections[0].footer.paragraphs[0].text = "A footer"
    document.part.relate_to(notes_part(document), RELATIONSHIP_TYPE.FOOTNOTES)
    (extracted,) = read("a.docx", making.saved(document))
    assert extracted.text == "The text.\n\nA note."


def notes_part(document: Document) -> Part:
    notes = f'<w:footnotes {SPACES}><w:footnote w:type="separator">{p("---")}</w:footnote><w:footnote>{p("A note.")}'
    kind = CONTENT_TYPE.WML_FOOTNOTES
    place = PackURI("/word/footnotes.xml")
    return Part(place, kind, (notes + "</w:footnote></w:footnotes>").encode(), document.part.package)


def test_properties_become_fields() -> None:
    (extracted,) = read("a.docx", making.docx("On ‘harbours’", "Jane Roe; John Doe", making.CREATED, ["text"]))
    assert [(each.name, each.value) for each in extracted.metadata] == [
        ("title", "On ‘harbours’"),
        ("author", "Jane Roe"),
        ("author", "John Doe"),
        ("date", making.CREATED),
        ("modified", making.CREATED),
    ]
    assert {each.origin for each in extracted.metadata} == {"document properties"}


def test_what_the_program_says_of_itself_is_no_property() -> None:
    document = word.Document()
    document.core_properties.title = "Document1"
    document.add_paragraph("text")
    (extracted,) = read("a.docx", making.saved(document))
    assert extracted.metadata == ()


def test_a_document_with_macros_is_read() -> None:
    types = "[Content_Types].xml"
    with zipfile.ZipFile(io.BytesIO(BARE)) as archive:
        declared = archive.read(types).decode()
    plain, macros = "wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml"
    with_macros = declared.replace(
        f"application/vnd.openxmlformats-officedocument.{plain}", f"application/vnd.{macros}"
    )
    assert with_macros != declared
    (extracted,) = read("a.docm", making.changed(BARE, {types: with_macros}))
    assert extracted.text == "A title\n\ntext"


@pytest.mark.parametrize("length", [0.3, 0.6, 0.9, 0.99])
def test_a_truncated_document_is_rejected(length: float) -> None:
    with pytest.raises(Rejected) as rejected:
        read("a.docx", BARE[: int(length * len(BARE))])
    assert rejected.value.stage == "decode"


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"word/document.xml": "<w:document"}, "XMLSyntaxError"),
        ({"word/document.xml": b"\xff" * 100}, "XMLSyntaxError"),
        ({"_rels/.rels": "<x/>"}, "damaged"),
        ({"_rels/.rels": "<x xmlns='http://purl.oclc.org/ooxml/'/>"}, "Strict"),
        ({"word/document.xml": f"<w:document {SPACES}><w:body>{p('')}</w:body></w:document>"}, "no words"),
    ],
)
def test_a_lying_document_is_rejected(parts: dict[str, bytes | str], reason: str) -> None:
    with pytest.raises(Rejected, match=reason) as rejected:
        read("a.docx", making.changed(BARE, parts))
    assert rejected.value.stage == "decode"


def test_entities_are_not_expanded() -> None:
    assert text_of(p("one") + p("&file;"), '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>') == "one"
    assert text_of(p("one") + p("&word;"), '<!DOCTYPE x [<!ENTITY word "two">]>') == "one"
    with pytest.raises(Rejected, match=r"amplification|loop"):
        text_of(p("one") + p("&l9;"), f'<!DOCTYPE x [<!ENTITY l0 "laugh">{LAUGHS}]>')


def test_parts_that_unpack_to_too_much_are_rejected() -> None:
    bomb = making.changed(BARE, {f"word/media/{number}.bin": bytes(3_000_000) for number in range(20)})
    assert len(bomb) < 200_000
    with pytest.raises(Rejected, match="unpacks to more than 200 times its size") as rejected:
        read("a.docx", bomb)
    assert rejected.value.stage == "limits"


def test_markup_has_a_limit_over_all_parts() -> None:
    parts: dict[str, bytes | str] = {f"word/header{number}.xml": b"\n<x>" + b"y" * 600 for number in range(20)}
    with pytest.raises(Rejected, match="MB of markup"):
        read("a.docx", making.changed(BARE, parts), Rules(Limits(markup_bytes=10_000)))
    with pytest.raises(Rejected, match="characters that a document may have"):
        read("a.docx", document(p("word " * 40)), Rules(Limits(characters=100)))


def test_deep_nesting_is_rejected_or_read() -> None:
    deep = table(("x", "y"))
    for _ in range(2_000):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl>"
    with pytest.raises(Rejected):
        text_of(deep)
