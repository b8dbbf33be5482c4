"""A book comes out chapter by chapter, in the order of its spine."""

import pytest

from tasks.errors import Rejected
from tasks.inbox import read
from tasks.inbox.limits import Limits, Rules
from tests.inbox import making

DATE = "2019-11-07"
CIPHERED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
    '<e:EncryptedData><e:EncryptionMethod Algorithm="{}"/><e:CipherData><e:CipherReference URI="{}"/></e:CipherData>'
    "</e:EncryptedData></encryption>"
)


def text_of(*chapters: str, more: dict[str, str] | None = None) -> str:
    (extracted,) = read("a.epub", making.epub("A book", "Jane Roe", DATE, chapters, more=more))
    return extracted.text


@pytest.mark.parametrize(
    ("chapter", "text"),
    [
        ("<h1>One</h1><p>It <em>was</em>\n dark.</p>", "One\n\nIt was dark."),
        ("<p>one<br/>two</p>", "one\ntwo"),
        ("<div>one<p>two</p>three</div>", "one\n\ntwo\n\nthree"),
        ("<ul><li>one</li><li><p>two</p><ol><li>three</li></ol></li></ul><p>four</p>", "• one\n• two\n• three\n\nfour"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td><p>c</p></td><td>d</td></tr></table>", "a | b\nc | d"),
        ("<p>caf&eacute;&nbsp;&amp; bar &lt;3</p>", "café\u00a0& bar <3"),
        ("<p>one<img src='x' alt='no text'/> two</p><svg><text>no</text></svg>", "one two"),
        ("<script>no</script><style>no</style><nav><p>no</p></nav>yes<!-- no --><?no?> it is", "yes it is"),
        ("<p>one</p><aside epub:type='footnote'><p>A note.</p></aside>", "one\n\nA note."),
        ("<p>one<span epub:type='pagebreak'>17</span> two</p>", "one two"),
        ("<p hidden=''>no</p><p>yes</p>", "yes"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>never closed<p>but read", "never closed\n\nbut read"),
        ("<ruby>漢<rt>kan</rt></ruby>", "漢"),
        ("<blockquote><p>said</p></blockquote>tail", "said\n\ntail"),
    ],
)
def test_the_words_of_a_chapter(chapter: str, text: str) -> None:
    assert text_of(chapter) == text


def opf(manifest: str, spine: str, metadata: str = "", guide: str = "") -> dict[str, str]:
    return {
        "OPS/book.opf": f'<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:opf="http://www.idpf.org/2007/opf">{metadata}</metadata><manifest>{manifest}</manifest>'
        f"<spine>{spine}</spine><guide>{guide}</guide></package>"
    }


def item(name: str, more: str = "") -> str:
    return f'<item id="{name}" href="text/{name}.xhtml" media-type="application/xhtml+xml" {more}/>'


def test_the_spine_says_what_is_read_in_which_order() -> None:
    manifest = item("c0") + item("c1") + item("c2") + item("c3", 'properties="nav"') + item("gone")
    spine = "".join(f'<itemref idref="{name}"/>' for name in ("c3", "c1", "nobody", "gone", "c0"))
    spine += '<itemref idref="c2" linear="no"/>'
    assert text_of("<p>a</p>", "<p>b</p>", "<p>c</p>", "<p>d</p>", more=opf(manifest, spine)) == "b\n\na"
    guide = '<reference type="toc" href="text/c1.xhtml#top"/>'
    assert text_of("<p>a</p>", "<p>b</p>", more=opf(manifest, spine, guide=guide)) == "a"


def test_the_package_becomes_fields() -> None:
    metadata = (
        "<dc:title>A <!-- x -->book</dc:title><dc:title>Its subtitle</dc:title><dc:creator>Jane Roe</dc:creator>"
        "<dc:creator>John Doe</dc:creator><dc:publisher>A Press</dc:publisher><dc:language>en</dc:language>"
        '<dc:date opf:event="conversion">2024-01-01</dc:date><dc:date opf:event="publication">1999</dc:date>'
        '<meta property="dcterms:modified">2020-02-03T00:00:00Z</meta>'
    )
    more = opf(item("c0"), '<itemref idref="c0"/>', metadata)
    (extracted,) = read("a.epub", making.epub("", "", DATE, ["<p>a</p>"], more=more))
    assert {(each.name, each.value) for each in extracted.metadata} == {
        ("title", "A book"),
        ("author", "Jane Roe"),
        ("author", "John Doe"),
        ("publisher", "A Press"),
        ("language", "en"),
        ("date", "1999"),
        ("modified", "2020-02-03T00:00:00Z"),
    }


def test_a_protected_book_is_rejected_and_one_with_disguised_fonts_read() -> None:
    locked = CIPHERED.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OPS/text/c0.xhtml")
    with pytest.raises(Rejected, match="copy protection"):
        text_of("<p>a</p>", more={"META-INF/encryption.xml": locked})
    fonts = CIPHERED.format("http://www.idpf.org/2008/embedding", "OPS/font.otf")
    assert text_of("<p>a</p>", more={"META-INF/encryption.xml": fonts}) == "a"


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"META-INF/container.xml": "<x/>"}, "does not say where its contents are"),
        ({"META-INF/container.xml": "<x"}, "no well-formed XML"),
        ({"OPS/book.opf": "<x/>"}, "no words"),
    ],
)
def test_a_damaged_book_is_rejected(more: dict[str, str], reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        text_of("<p>a</p>", more=more)


def test_paths_lead_nowhere_else() -> None:
    outside = '<item id="a" href="../../../../etc/hostname" media-type="application/xhtml+xml"/>'
    with pytest.raises(Rejected, match="no words"):
        text_of("<p>a</p>", more=opf(outside, '<itemref idref="a"/>'))


def test_entities_are_not_expanded() -> None:
    def with_entities(declared: str, used: str) -> str:
        page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>one</p><p>{used}</p></body></html>'
        return text_of("", more={"OPS/text/c0.xhtml": f"<!DOCTYPE html [{declared}]>{page}"})

    assert with_entities('<!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY word "two">', "&file;&word;") == "one"
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    with pytest.raises(Rejected, match="no well-formed XML"):
        with_entities(f'<!ENTITY l0 "laugh">{laughs}', "&l9;")


def test_too_much_is_rejected() -> None:
    chapters = [f"<p>{'word ' * 1_000}</p>"] * 10
    for limits in (Limits(characters=20_000), Limits(markup_bytes=4_000), Limits(unpacked_bytes=20_000)):
        with pytest.raises(Rejected) as rejected:
            read("a.epub", making.epub("A book", "", DATE, chapters), Rules(limits))
        assert rejected.value.stage == "limits"


def test_deep_nesting_is_rejected_or_read() -> None:
    assert "deep" in text_of("<div>" * 200 + "deep" + "</div>" * 200)
    with pytest.raises(Rejected, match="no words"):
        text_of("<div>" * 50_000 + "x")
