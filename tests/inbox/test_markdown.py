"""Markdown comes out as its reader sees it, with its front matter as fields."""

import pytest

from tasks.inbox import read
from tasks.inbox.front_matter import split


def text_of(markdown: str) -> str:
    (extracted,) = read("a.md", markdown.encode())
    return extracted.text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# A heading {#id}\n\ntext", "A heading\n\ntext"),
        ("A heading\n===\n\ntext", "A heading\n\ntext"),
        ("*one* **two** ~three~ `four`", "one two ~three~ four"),
        ("a [link](http://example.org 'title') here", "a link here"),
        ('a [link]({{< ref "x.md" >}}) here', "a link here"),
        ('a <a href="{{< ref x >}}">link</a> here', "a link here"),
        ("<http://example.org>", "http://example.org"),
        ("- one\n- two\n  - three", "• one\n• two\n• three"),
        ("3. one\n4. two", "3. one\n4. two"),
        ("> quoted\n> words", "quoted words"),
        ("one\ntwo  \nthree", "one two\nthree"),
        ("```py\nx = '<!-- kept -->'\n```", "x = '<!-- kept -->'"),
        ("| a | b |\n|---|---|\n| *c* | d |", "a | b\nc | d"),
        ("one\n\n<!-- gone\n\ngone -->\n\ntwo", "one\n\ntwo"),
        ("one {{< img src='x' >}} two {{% note %}}three{{% /note %}}", "one  two three"),
        ("a {{7*7}} stays", "a {{7*7}} stays"),
        ("<div>one<p>two</p></div>", "one\ntwo"),
        ("one &amp; two &#8212; three", "one & two — three"),
        ("a \\*star\\*", "a *star*"),
        ("---\n\ntext", "text"),
    ],
)
def test_marks_are_gone(markdown: str, text: str) -> None:
    assert text_of(markdown) == text


def test_a_picture_that_stands_alone_is_a_caption() -> None:
    (extracted,) = read("a.md", b"one\n\n[![the *red* hall](x.png)](y)\n\ntwo ![not this](z.png)")
    assert extracted.text == "one\n\nthe red hall\n\ntwo not this"
    assert [(each.name, each.value) for each in extracted.metadata] == [("caption", "the red hall")]


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("---\ntitle: 'A: b'\ntags: [x, y]\n---\nbody", [("title", "A: b"), ("tags", "x"), ("tags", "y")], "body"),
        ("---\r\nTitle: a\r\n---\r\nbody", [("title", "a")], "body"),
        ('+++\ntitle = "a"\ndate = 2019-11-07\n+++\nbody', [("title", "a"), ("date", "2019-11-07")], "body"),
        ("---\ncountry: no\ndate: 2019-02-31\n---\nbody", [("country", "no"), ("date", "2019-02-31")], "body"),
        ("---\ntitle: >\n  two\n  lines\nempty:\nnested: {a: b}\n---\n", [("title", "two lines")], ""),
        ("---\ntitle: [broken\n---\nbody", [], "---\ntitle: [broken\n---\nbody"),
        ("---\nwords only\n---\nbody", [], "---\nwords only\n---\nbody"),
        ("---\ntitle: never closed\n\nbody", [], "---\ntitle: never closed\n\nbody"),
        ("+++\nbroken =\n+++\nbody", [], "+++\nbroken =\n+++\nbody"),
        ("body\n---\ntitle: a\n---\n", [], "body\n---\ntitle: a\n---\n"),
        ("---\na: !!python/object/apply:os.system [ls]\n---\nb", [("a", "ls")], "b"),
    ],
)
def test_front_matter(text: str, fields: list[tuple[str, str]], body: str) -> None:
    found, rest = split(text)
    assert [(each.name, each.value) for each in found] == fields
    assert rest == body


@pytest.mark.parametrize("block", ["a: " + "[" * 60_000, "a: " + "{" * 900, "- " * 30_000, "x = " + "[" * 20_000])
def test_deep_nesting_is_text(block: str) -> None:
    """Some tens of thousands of levels would end libyaml, and the process with it."""
    for fence in ("---", "+++"):
        text = f"{fence}\n{block}\n{fence}\nbody"
        assert split(text) == ((), text)


def test_a_thousand_laughs() -> None:
    lines = ["a: &a [x, x]"] + [
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]" for i in range(20)
    ]
    fields, _ = split("---\n" + "\n".join(lines) + "\n---\n")
    assert len(fields) == 2
