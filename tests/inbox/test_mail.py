"""A mail comes out as what its sender wrote, and its files as documents of their own."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.errors import Rejected
from tasks.inbox import contents, read
from tasks.inbox.decoders import mail, mbox
from tasks.inbox.limits import Limits, Rules
from tasks.inbox.quoting import joined, own_words
from tasks.records import Blob, Extracted, MetadataField, Refused
from tests.inbox import making_mail as making

CASES = json.loads((Path(__file__).parents[1] / "cases" / "mail_quotes.json").read_text())
HEADERS = json.loads((Path(__file__).parents[1] / "cases" / "mail_headers.json").read_text())
RULES = Rules()
STATUS = making.Part({"Content-Type": "message/delivery-status"}, b"Status: 5")
ANSWERED = (
    '<div class="gmail_quote"><div class="gmail_attr">On Monday Jane wrote:</div>'
    '<blockquote class="gmail_quote">a?</blockquote>yes</div>'
)
LONG = "The words of the real text, which is much longer than the note. " * 8


def found(data: bytes, name: str = "a.eml") -> list[Extracted | Blob | Refused]:
    return list(mail.decode(Blob(name, data), RULES))


def text_of(data: bytes) -> str:
    (extracted,) = (each for each in found(data) if isinstance(each, Extracted))
    assert (extracted.name, extracted.format) == ("", "mail")
    return extracted.text


def told(fields: Sequence[MetadataField]) -> list[list[str]]:
    return [[each.name, each.value] for each in fields]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["label"]) for row in CASES])
def test_quotations(row: dict[str, Any]) -> None:
    assert own_words(row["text"], row.get("subject", ""), row.get("answers", False)) == row["own"]


def test_many_lines_that_look_like_headers_are_read_as_they_stand() -> None:
    text = "\n".join(["From: Jane Doe", ""] * 30_000)
    assert own_words(text) == text.strip("\n")


@given(st.text(alphabet="> \n-_:aFrom", max_size=60), st.booleans())
def test_something_is_always_left(text: str, answers: bool) -> None:
    assert bool(own_words(text, "Re: a", answers).strip()) == bool(text.strip("\n ").strip())


@pytest.mark.parametrize("row", [pytest.param(row, id=row["label"]) for row in HEADERS])
def test_headers(row: dict[str, Any]) -> None:
    header = row["header"].encode(row.get("encoding", "utf-8"))
    (extracted,) = found(b"MIME-Version: 1.0\r\n" + header + b"\r\n\r\ntext")
    assert isinstance(extracted, Extracted)
    assert told(extracted.metadata) == row["fields"]
    assert {each.origin for each in extracted.metadata} <= {"header"}


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("a long \nline\n\nnew", "a long line\n\nnew"),
        (" From\n  >x", "From\n >x"),
        ("> quoted \n> more\nanswer", "> quoted more\nanswer"),
        (">> two \n> one", ">> two \n> one"),
        ("text\n-- \nJane", "text\n-- \nJane"),
    ],
)
def test_flowed_lines_are_joined(sent: str, text: str) -> None:
    assert joined(sent) == text
    assert joined("一 \n二", delete_space=True) == "一二"


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (making.text("Plain.\nTwo."), "Plain.\nTwo."),
        (making.text("caf\xe9, na\xefve", charset="iso-8859-1"), "café, naïve"),
        (making.Part({"Content-Type": "text/plain; charset=bogus"}, "café, naïve".encode("cp1252")), "café, naïve"),
        (making.Part({"Content-Type": "text/plain; charset=us-ascii"}, "café – x".encode()), "café – x"),
        (making.Part({"Content-Transfer-Encoding": "quoted-printable"}, b"a=\r\nb=20"), "ab"),
        (making.Part({"Content-Transfer-Encoding": "BASE64"}, b"Y2Fmw6k="), "café"),
        (making.Part({"Content-Type": "multipart/mixed; boundary=x"}, b"no parts"), "no parts"),
        (making.Part({"Content-Type": "multipart/mixed; boundary=x"}, b"--x\r\n\r\nunclosed"), "unclosed"),
        (making.Part({"Content-Type": "nonsense"}, b"text"), "text"),
        (making.text("<p>One<p>Two", "html"), "One\n\nTwo"),
        (making.text("<html><body>in the wrong type</body></html>"), "in the wrong type"),
        (making.text("soft \nbreak", format="flowed"), "soft break"),
        (making.several("alternative", making.text("plain"), making.text("<p>page", "html")), "plain"),
        (making.several("alternative", making.text(" \n"), making.text("<p>page", "html")), "page"),
        (
            making.several("alternative", making.text("View this mail in your browser: x"), making.text(LONG, "html")),
            LONG.strip(),
        ),
        (making.several("alternative", making.text("See online."), making.text("See it.", "html")), "See online."),
        (making.several("signed", making.text("signed"), making.file(b"x", "application/pgp-signature")), "signed"),
        (making.several("mixed", making.text("one"), making.text("two")), "one\n\ntwo"),
        (making.several("report", making.text("Not delivered."), STATUS), "Not delivered."),
        (making.text('<p>Yes.</p><blockquote type="cite">No?</blockquote>', "html"), "Yes."),
        (making.text('<blockquote type="cite">only that</blockquote>', "html"), "only that"),
        (making.text(ANSWERED, "html"), "yes"),
        (making.text('<div class="gmail_quote">---- Forwarded<br>the text</div>', "html"), "---- Forwarded\nthe text"),
    ],
)  # fmt: skip
def test_the_text(part: making.Part, text: str) -> None:
    assert text_of(making.mail(part)) == text


def test_an_answer_says_so_in_its_headers() -> None:
    part = making.text("> Does it open?\n\nIt does.")
    assert text_of(making.mail(part, In_Reply_To="<1@example.org>")) == "It does."
    assert text_of(making.mail(part)) == "> Does it open?\n\nIt does."


def test_attachments_are_documents_of_their_own() -> None:
    inner = making.mail(making.text("inner"), Subject="Inner")
    data = making.mail(making.several(
        "mixed", making.text("body"),
        making.file(b"%PDF-1.4", "application/pdf", "report.pdf"),
        making.file(b"words", "text/plain; charset=utf-8"),
        making.file(b"x", "application/octet-stream", Content_Disposition="attachment; filename*=utf-8''caf%C3%A9.txt"),
        making.file(b"x", "application/octet-stream", "=?utf-8?Q?caf=C3=A9.md?="),
        making.file(b"x", "image/png", "../../photo.png"),
        making.enclosed(inner),
    ))  # fmt: skip
    text, *others = found(data)
    assert isinstance(text, Extracted)
    names = [each.member for each in others if isinstance(each, Blob)]
    assert names == ["report.pdf", "attachment 2.txt", "café.txt", "café.md", "photo.png", "message 6.eml"]
    assert {each.parent for each in others if isinstance(each, Blob)} == {""}
    pdf, plain, *_, enclosed = (each for each in others if isinstance(each, Blob))
    assert (pdf.data, pdf.media_type, pdf.metadata) == (b"%PDF-1.4", "application/pdf", text.metadata)
    assert (plain.data, plain.charset) == (b"words", "utf-8")
    assert (enclosed.data, enclosed.media_type, enclosed.metadata) == (
        inner.replace(b"\r\n", b"\n"),
        "message/rfc822",
        (),
    )


def test_what_only_decorates_is_passed_over() -> None:
    logo = making.file(b"x", "image/png", "logo.png", Content_ID="<logo>")
    page = making.several("related", making.text("<p>page <img src=cid:logo>", "html"), logo, number=1)
    silent = [making.file(b"x", kind) for kind in ("application/pkcs7-signature", "text/calendar", "text/vcard")]
    named = [making.file(b"x", "application/octet-stream", name) for name in ("smime.p7s", "invite.ics")]
    (text,) = found(making.mail(making.several("mixed", page, logo, *silent, *named)))
    assert isinstance(text, Extracted)
    assert text.text == "page"


def test_a_mail_of_attachments_only() -> None:
    (pdf,) = found(
        making.mail(making.several("mixed", making.text(""), making.file(b"%PDF", "application/pdf", "a.pdf")))
    )
    assert isinstance(pdf, Blob)
    assert pdf.parent is None
    assert ["title", "The new hall"] in told(pdf.metadata)


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (making.several("encrypted", making.file(b"Version: 1", "application/pgp-encrypted")), "encrypted"),
        (making.file(b"x", "application/pkcs7-mime", "smime.p7m"), "encrypted"),
        (making.several("mixed", making.file(b"x", "application/ms-tnef", "winmail.dat")), "winmail.dat"),
        (making.several("mixed", making.file(b"x", "application/octet-stream", "WINMAIL.DAT")), "winmail.dat"),
        (making.text(""), "without a text"),
        (making.file(b"x", "text/calendar"), "without a text"),
        (making.text("".join(map(chr, range(9))) * 20), "binary"),
    ],
)
def test_what_is_not_read(part: making.Part, reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        read("a.eml", making.mail(part))


def test_names_and_parents_from_the_top() -> None:
    inner = making.mail(
        making.several("mixed", making.text("inner"), making.file(b"note", "text/plain", "n.txt"), number=1)
    )
    outer = making.mail(making.several("mixed", making.text("outer"), making.enclosed(inner)))
    texts = [(each.name, each.text, each.parent) for each in read("a.eml", outer)]
    assert texts == [
        ("", "outer", None),
        ("message 1.eml", "inner", ""),
        ("message 1.eml/n.txt", "note", "message 1.eml"),
    ]
    boxed = [(each.name, each.parent) for each in read("a.mbox", making.mailbox(outer))]
    assert boxed[:2] == [("message 1", None), ("message 1/message 1.eml", "message 1")]


def test_the_sender_of_a_mail_wrote_none_of_its_files() -> None:
    note = making.file(b"---\nauthor: Bob Roe\n---\nnote", "text/plain", "n.txt")
    _, file = read("a.eml", making.mail(making.several("mixed", making.text("outer"), note)))
    assert [each.value for each in file.metadata if each.name == "author"] == ["Bob Roe"]
    assert ["title", "The new hall"] in told(file.inherited)


def test_ten_thousand_attachments() -> None:
    part = making.file(b"x", "text/plain", "a.txt")
    data = making.mail(making.several("mixed", making.text("body"), *[part] * 60))
    found = list(contents("a.eml", data, Rules(Limits(members=50))))
    assert len(found) == 52
    assert isinstance(found[-1], Refused)
    assert "more than 50 things" in found[-1].reason


def test_a_mail_in_a_mail_in_a_mail() -> None:
    data = making.mail(making.text("innermost"))
    for number in range(12):
        data = making.mail(
            making.several("mixed", making.text(f"level {number}"), making.enclosed(data), number=number)
        )
    found = list(contents("a.eml", data))
    assert len(found) == RULES.limits.depth + 2
    assert isinstance(found[-1], Refused)
    assert "archives within each other" in found[-1].reason


def test_nesting_without_end_is_refused() -> None:
    data = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3_000))
    (refused,) = contents("a.eml", b"Subject: a\nMIME-Version: 1.0\n" + data)
    assert isinstance(refused, Refused)


def test_a_saved_page_is_its_page() -> None:
    (page,) = found(making.saved_page("<html><p>café", "https://example.org/a"), "a.mhtml")
    assert isinstance(page, Blob)
    assert (page.name, page.member, page.media_type, page.charset) == ("a.html", "", "text/html", "utf-8")
    assert page.data.decode() == "<html><p>café"
    assert told(page.metadata) == [
        ["url", "https://example.org/a"],
        ["title", "The new hall"],
    ]


def test_a_saved_page_without_a_page() -> None:
    data = making.mail(making.several("related", making.file(b"x", "text/css")), From="<Saved by Blink>")
    with pytest.raises(Rejected, match="without a page"):
        found(data, "a.mht")


def test_a_mailbox_is_its_mails() -> None:
    first = making.mail(making.text("one\nFrom the start\n>From quoted\n\nFrom here to there 10:00\n"), Subject="1")
    second = making.mail(making.text("two"), Subject="2")
    for data in (making.mailbox(first, second), making.mailbox(first, second).replace(b"\n", b"\r\n")):
        blobs = list(mbox.decode(Blob("a.mbox", data), RULES))
        assert [each.member for each in blobs] == ["message 1", "message 2"]
        assert text_of(blobs[0].data) == "one\nFrom the start\nFrom quoted\n\nFrom here to there 10:00"
        assert text_of(blobs[1].data) == "two"


def test_a_mailbox_that_is_none() -> None:
    with pytest.raises(Rejected, match="without a mail"):
        list(mbox.decode(Blob("a.mbox", b"From the beginning"), RULES))
