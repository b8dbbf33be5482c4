"""Rich text comes out as words, and what its information group says as fields."""

import pytest

from tasks.errors import Rejected
from tasks.inbox import read
from tasks.inbox.limits import Limits, Rules
from tests.inbox import making


def text_of(body: str, head: str = r"\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}") -> str:
    (extracted,) = read("a.rtf", f"{{\\rtf1{head}{body}}}".encode("latin-1"))
    return extracted.text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"one\par two\par", "one\n\ntwo"),
        (r"one\par\par\par two", "one\n\ntwo"),
        (r"one\line two\par three", "one\ntwo\n\nthree"),
        (r"\pard one \b two\b0  three", "one two three"),
        (r"caf\'e9 \'93quoted\'94 \endash  \u8364?5", "café “quoted” – €5"),
        (r"\u-10179?\u-8694? a smile", "\U0001f60a a smile"),
        (r"a \{brace\} and a back\\line", "a {brace} and a back\\line"),
        (r"see {\field{\*\fldinst{HYPERLINK ""\"http://example.org\""r"}}{\fldrslt{a page}}}", "see a page"),
        (r"{\header A header\par}{\footer A footer}text", "text"),
        (r"text{\*\generator Some program;}{\stylesheet{\s1 heading 1;}}", "text"),
        (r"one{\pict\pngblip " + "89504e47" * 600 + r"} two", "one two"),
        (r"\trowd\cellx1\cellx2 a\cell b\cell\row\trowd c\cell d\cell\row\pard after\par", "a | b\nc | d\n\nafter"),
        (r"{\listtext\'b7\tab}one\par{\listtext\'b7\tab}two\par three", "• one\n• two\n\nthree"),
        (r"one line of a letter that was broken there, in two\par because it was as long as a line\par\par and another",
         "one line of a letter that was broken there, in two\nbecause it was as long as a line\n\nand another"),
    ],
)  # fmt: skip
def test_the_words_of_a_document(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("head", "body", "text", "encoding"),
    [
        (r"\ansi\ansicpg1251", r"\'cf\'f0\'e8\'e2\'e5\'f2", "Привет", "cp1251"),
        (r"\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset238 B;}}", r"{\f1 \'bf}ycie", "życie", "cp1252"),
        (r"\ansi\ansicpg932", r"\'93\'fa\'96\'7b", "日本", "cp932"),
        (r"\ansi\ansicpg99999", "text", "text", "cp1252"),
    ],
)
def test_code_pages(head: str, body: str, text: str, encoding: str) -> None:
    (extracted,) = read("a.rtf", f"{{\\rtf1{head} {body}}}".encode("latin-1"))
    assert (extracted.text, extracted.encoding, extracted.undecoded) == (text, encoding, 0)


def test_information_becomes_fields() -> None:
    head = (
        r"\ansi\ansicpg1252{\info{\titlex no}{\title On \'84harbours\'93}{\author Jane Roe; J\u246?rg Doe}"
        r"{\creatim\yr2019\mo11\dy7\hr9\min5}{\revtim\yr2020\mo1}{\operator user}}"
    )
    (extracted,) = read("a.rtf", f"{{\\rtf1{head} text}}".encode("latin-1"))
    assert [(each.name, each.value) for each in extracted.metadata] == [
        ("title", "On „harbours“"),
        ("author", "Jane Roe"),
        ("author", "Jörg Doe"),
        ("date", "2019-11-07T09:05"),
        ("modified", "2020-01"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "{" * 200_000,
        "}" * 200_000,
        r"{\b " * 50_000 + "deep" + "}" * 50_000,
        r"{\field{\*\fldinst{" * 20_000,
        r"{\fonttbl" + r"\f0" * 100_000 + "}",
        r"{\info" + r"{\title " * 50_000,
        r"\u99999999?",
        r"\bin999999999 ",
    ],
    ids=["open", "close", "deep", "fields", "fonts", "info", "number", "bin"],
)
def test_hostile_groups_end_soon(body: str) -> None:
    found = outcome(f"{{\\rtf1\\ansi text {body}".encode())
    assert found == "decode" or found.startswith("text")


def outcome(data: bytes) -> str:
    """Its text, or the stage at which it was rejected."""
    try:
        (extracted,) = read("a.rtf", data)
    except Rejected as why:
        return why.stage
    return extracted.text


def test_too_much_is_rejected() -> None:
    whole = making.rtf("A title", "Jane Roe", making.CREATED, ["text"] * 500)
    with pytest.raises(Rejected, match="MB of markup"):
        read("a.rtf", whole, Rules(Limits(markup_bytes=1_000)))
    with pytest.raises(Rejected, match="characters that a document may have"):
        read("a.rtf", whole, Rules(Limits(characters=1_000)))


def test_what_cannot_be_decoded_is_told() -> None:
    with pytest.raises(Rejected, match="cannot be decoded"):
        text_of(r"\'81\'8d\'8f\'90\'9d words")
    with pytest.raises(Rejected, match="no words"):
        text_of(r"\pard\par")


def test_a_number_that_is_no_character_is_counted() -> None:
    (found,) = read("a.rtf", b"{\\rtf1\\ansi " + b"The ferry left the harbour. " * 20 + b"\\u99999999999? end}")
    assert found.text.endswith("\ufffd end")
    assert found.undecoded == 1
