"""A web page is read as the text that a reader came for, with what it says of itself; or it is said why it has none."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.errors import Rejected
from tasks.inbox import PLAIN, read
from tasks.inbox.decoders.html import decode
from tasks.inbox.limits import Limits
from tasks.inbox.pages.hints import kind_of_box
from tasks.inbox.pages.phrases import heads_comments, heads_related, is_furniture, is_particulars, named_in_byline
from tasks.records import Blob, Extracted

FIRST = "The ferry to Hazel Island was late on Tuesday, and nobody on the quay could say by how much."
SECOND = "It came in at noon, with a broken rail, eleven sheep and a captain who would rather not talk."
THIRD = "The next boat goes on Friday, if the weather holds and the rail has been mended by then."


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def text_of(body: str, head: str = "") -> str:
    return read("page.html", page(body, head))[0].text


def fields_of(body: str, head: str = "") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field in read("page.html", page(body, head))[0].metadata:
        found.setdefault(field.name, []).append(field.value)
    return found


def story(inside: str = "", after: str = "") -> str:
    body = f"<p>{FIRST}</p>{inside}<p>{SECOND}</p><p>{THIRD}</p>"
    return f"<main><h1>A late boat</h1><div class=body>{body}</div>{after}</main>"


STORY = f"A late boat\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_the_text_and_nothing_else() -> None:
    around = '<nav><a href="/">Home</a></nav>', "<footer>© 2026 The Quay</footer>"
    assert text_of(around[0] + story() + around[1]) == STORY


@pytest.mark.parametrize(
    "box",
    [
        '<div class="share-tools">Share this: <a href="#">Facebook</a></div>',
        '<aside class="related"><h3>Related</h3><p>The harbour master was asked about the rail, twice.</p></aside>',
        '<div class="newsletter-signup"><p>Get our letter every morning, it is free and it is short.</p></div>',
        '<div style="display: none"><p>A sentence that is hidden from the reader and is no text.</p></div>',
        "<div hidden><p>A sentence that is hidden from the reader and is no text.</p></div>",
        "<template><p>A sentence that stands in a template and is not shown to anybody at all.</p></template>",
        "<p>Advertisement</p>",
        '<p><a href="/b">READ MORE: Ten boats that were later than this one</a></p>',
        "<p>Lesen Sie auch: <a href='/x'>Fähre fällt aus</a></p>",
        "<script>document.write('<p>Not text.</p>')</script><style>p { color: red }</style>",
        "<amp-ad><div placeholder>Something to buy while you are waiting for the boat.</div></amp-ad>",
    ],
)
def test_furniture_in_the_middle(box: str) -> None:
    assert text_of(story(box)) == STORY


@pytest.mark.parametrize(
    "box",
    [
        '<section id="comments"><h2>Comments</h2><p>I was on that boat and the captain was quite polite.</p></section>',
        "<div><h3>Kommentare (2)</h3><p>Ich war auf dem Schiff, und der Kapitän war durchaus freundlich.</p></div>",
        '<div class="x1"><h3>You may also like</h3><ul><li><a href="/1">Sheep on the pier</a></li></ul></div>',
        '<div class="author-box"><h4>Mina Okafor</h4><p>Mina has written about boats since she could write.</p></div>',
    ],
)
def test_furniture_at_the_end(box: str) -> None:
    assert text_of(story(after=box)) == STORY


@pytest.mark.parametrize(
    ("inside", "written"),
    [
        ("<h2>What the sheep did</h2>", "What the sheep did"),
        ("<ul><li>eleven sheep</li><li>one rail</li></ul>", "• eleven sheep\n• one rail"),
        ('<ol start="3"><li>wait</li><li>go home</li></ol>', "3. wait\n4. go home"),
        ("<blockquote><p>Never ask a captain about his rail.</p></blockquote>", "Never ask a captain about his rail."),
        ("<table><tr><th>Day<th>Boats<tr><td>Monday<td>2</table>", "Day | Boats\nMonday | 2"),
        ("<pre>wind  NE\nsea   4</pre>", "wind  NE\nsea   4"),
        ("<p>One line<br>and another</p>", "One line\nand another"),
        ("<p>A par<b>agra</b>ph with <i>in</i>line <a href='/x'>links</a>, “quotes” and no&nbsp;break.</p>",
         "A paragraph with inline links, “quotes” and no\xa0break."),
        ("<p>He said   it\n twice.<wbr></p>", "He said it twice."),
        ('<div class="has-sidebar"><p>A sentence in a box that tells only of how a page is laid out.</p></div>',
         "A sentence in a box that tells only of how a page is laid out."),
    ],
)  # fmt: skip
def test_what_stands_in_the_text(inside: str, written: str) -> None:
    assert text_of(story(inside)) == STORY.replace(SECOND, f"{written}\n\n{SECOND}")


def test_the_lead_that_stands_outside() -> None:
    lead = '<p class="standfirst">Eleven sheep were on board, and so was the rail that had come off.</p>'
    assert text_of(story().replace("<div class=body>", lead + "<div class=body>")).split("\n\n")[1].startswith("Eleven")


def test_two_line_breaks_part_paragraphs() -> None:
    assert text_of(f"<h1>A late boat</h1><div>{FIRST}<br><br>{SECOND}<br> <br>{THIRD}</div>") == STORY


def test_captions_are_lines_and_fields() -> None:
    (found,) = read(
        "page.html", page(story("<figure><img><figcaption>The rail, seen from the pier</figcaption></figure>"))
    )
    captions = [each.value for each in found.metadata if each.name == "caption"]
    assert captions == ["The rail, seen from the pier"]
    assert captions[0] in found.text.split("\n")


def test_layout_tables_are_no_rows() -> None:
    body = f"<table><tr><td><a href=/>Home</a><td><b>A late boat</b><p>{FIRST}<p>{SECOND}<p>{THIRD}</table>"
    assert "|" not in text_of(body)
    assert text_of(body).endswith(f"{FIRST}\n\n{SECOND}\n\n{THIRD}")


def test_what_stands_twice_is_taken_once() -> None:
    assert text_of(story(f"<p>{FIRST}</p>")) == STORY


def test_a_page_of_one_line() -> None:
    assert text_of("<p>Closed today.</p>") == "Closed today."


LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Quay"},
        {"@type": ["NewsArticle"], "headline": "A late boat &amp; its sheep", "datePublished": "2026-03-04T07:15:00Z",
         "dateModified": "2026-03-05", "author": [{"name": "Mina Okafor"}, "Jon Vale"], "articleSection": ["Boats"],
         "publisher": {"name": "The Quay"}},
    ],
}  # fmt: skip


def script(value: object) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


def test_linked_data() -> None:
    fields = fields_of(story(), script(LINKED))
    assert fields["title"][0] == "A late boat & its sheep"
    assert fields["author"] == ["Mina Okafor", "Jon Vale"]
    assert (fields["publisher"], fields["section"]) == (["The Quay"], ["Boats"])
    assert (fields["date"], fields["modified"]) == (["2026-03-04T07:15:00Z"], ["2026-03-05"])


def test_meta_tags() -> None:
    head = (
        '<title>A late boat | The Quay</title><meta property="og:title" content="A late boat - The Quay">'
        '<meta property="og:site_name" content="The Quay"><meta name="author" content="By Mina Okafor">'
        '<meta property="article:published_time" content="2026-03-04"><link rel=canonical href="https://quay.example/1">'
    )
    fields = fields_of(story(), head)
    assert set(fields["title"]) == {"A late boat"}
    assert (fields["author"], fields["date"]) == (["Mina Okafor"], ["2026-03-04"])
    assert (fields["url"], fields["language"]) == (["https://quay.example/1"], ["en"])


@pytest.mark.parametrize(
    "hostile",
    ["", "[", "[" * 10_000, "nonsense", '{"@type": 7}',
     '{"@type": "NewsArticle", "headline": {"a": 1}, "author": [[[null]]]}',
     '{"@type": "NewsArticle", "datePublished": ["2026"], "publisher": "x", "articleBody": 5}', "<!-- {} -->", "{},"],
)  # fmt: skip
def test_hostile_linked_data(hostile: str) -> None:
    assert text_of(story(), script(hostile)) == STORY


def test_an_author_by_the_byline() -> None:
    byline = '<div class="byline">By <a rel="author" href="/m">Mina Okafor</a></div>'
    assert fields_of(story().replace("<div class=body>", byline + "<div class=body>"))["author"] == ["Mina Okafor"]


def test_a_shell_has_the_text_of_its_data() -> None:
    told = script({"@type": "NewsArticle", "articleBody": f"<p>{FIRST}</p><p>{SECOND}</p>"})
    assert text_of('<div id="root"></div>', told) == f"{FIRST}\n\n{SECOND}"
    sent = json.dumps({"props": {"story": {"body": [{"text": FIRST}, {"text": SECOND}, {"text": THIRD}]}}})
    body = f'<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{sent}</script>'
    assert text_of(body) == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "nothing on it to read"),
        ('<div id="root"></div><script src="/app.js"></script>', "a script was to put it in"),
        ("<noscript>You need to enable JavaScript to run it.</noscript><div id=app></div>", "a script was to put"),
        ("<p>We and our 142 partners use cookies to personalise content, and we ask you to agree to that.</p>"
         "<button>Accept all</button>", "consent to cookies"),
        ("<h1>Just a moment</h1><p>Checking your browser before you can go on to the site.</p>", "reader is human"),
    ],
)  # fmt: skip
def test_pages_without_a_text(body: str, reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        text_of(body)


def test_encodings() -> None:
    body = f"<p>{FIRST}</p><p>Søren’s café — naïve</p>"
    declared = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head>{body}</html>'
    )
    assert "Søren’s café — naïve" in read("page.html", declared.encode("cp1252"))[0].text
    assert "Søren’s café — naïve" in read("page.html", f"<html>{body}</html>".encode("utf-16"))[0].text
    sentence = "灯台の改修が来年の春から始まることになった。町が発表した。"
    japanese = f"<html><head><meta charset=x-sjis></head><p>{sentence}</p></html>"
    (found,) = read("page.html", japanese.encode("cp932"))
    assert (found.encoding, found.text) == ("cp932", sentence)
    (by_server,) = decode(Blob("page", japanese.replace("x-sjis", "none").encode("euc_jp"), charset="EUC-JP"), PLAIN)
    assert isinstance(by_server, Extracted)
    assert by_server.text == found.text


def test_deep_nesting() -> None:
    deep = "<div>" * 100_000 + f"<p>{FIRST}</p>" + "</div>" * 100_000
    assert text_of(deep + f"<p>{SECOND}</p>") == f"{FIRST}\n\n{SECOND}"
    assert text_of("<font size=2><b>" * 1000 + f"<p>{FIRST}</p><p>{SECOND}</p>") == f"{FIRST}\n\n{SECOND}"


def test_entities_are_not_fetched() -> None:
    doctype = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    text = read("page.html", f"{doctype}<html><body><p>&x; {FIRST}</p></body></html>".encode())[0].text
    assert text.endswith(FIRST)
    assert len(text) < len(FIRST) + 8


def test_ceilings() -> None:
    rules = replace(PLAIN, limits=Limits(markup_bytes=1000))
    with pytest.raises(Rejected, match="of markup that a document may have"):
        read("page.html", page(story() * 10), rules)


@pytest.mark.parametrize(
    ("tag", "names", "kind"),
    [
        ("div", "comments-area", "comments"), ("div", "commentary", ""), ("div", "no-comments", ""),
        ("div", "has-sidebar", ""), ("div", "sidebar-right", "sidebar"), ("div", "articleBody shareable", ""),
        ("div", "adsbygoogle", "advertising"), ("div", "shadow gradient", ""), ("div", "headline badge", ""),
        ("nav", "", "navigation"), ("div", "elementor-widget elementor-widget-text-editor", ""),
        ("amp-ad", "", "advertising"), ("div", "leia-mais", "related"), ("p", "story", ""),
    ],
)  # fmt: skip
def test_what_boxes_call_themselves(tag: str, names: str, kind: str) -> None:
    assert kind_of_box(tag, names, "") == kind


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("Share this:", True), ("Teilen auf Facebook", True), ("© 2026 The Quay", True), ("3 min read", True),
        ("Tags: boats, sheep", True), ("Copyright reform was debated on Tuesday.", False), ("Join a union.", False),
        ("Share prices fell again on Tuesday.", False), ("Home truths about a late boat", False),
        ("Advertising pays for the ferry, says its owner.", False), ("Read more books, said the librarian.", False),
    ],
)  # fmt: skip
def test_lines_of_furniture(line: str, furniture: bool) -> None:
    assert is_furniture(line) is furniture


@pytest.mark.parametrize(
    ("line", "particulars"),
    [
        ("By Mina Okafor, Transport Reporter", True), ("Tuesday, 4 March 2026", True), ("12.07.2026, 18:40 Uhr", True),
        ("19 Maggio 2026 alle 08:05", True), ("2026年3月4日 10時20分", True), ("By noon the quay was empty.", False),
        ("In March 2026 the ferry was late four times.", False), ("1984", True), ("Chapter 12", False),
    ],
)  # fmt: skip
def test_lines_of_particulars(line: str, particulars: bool) -> None:
    assert is_particulars(line) is particulars


def test_headings() -> None:
    assert all(map(heads_comments, ("Comments (2)", "3 Kommentare", "Leave a Reply", "Комментарии (2)")))
    assert all(map(heads_related, ("Related stories", "Mehr zum Thema", "関連記事", "Most read")))
    assert not any(map(heads_comments, ("Comments on the budget bill divide the house", "Commentary")))
    assert not any(map(heads_related, ("More than a boat", "Popular music", "Related work")))
    assert named_in_byline("By Mina Okafor, Transport Reporter") == "Mina Okafor"


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<div>", "</p>", "<table>", "<td", "<li>", "&#0;", "<!--", "x. ", "<a href=", ">", "é", "\0"]),
        max_size=40,
    )
)
def test_any_markup_is_read_or_refused(parts: list[str]) -> None:
    try:
        read("page.html", page("".join(parts)))
    except Rejected:
        return
