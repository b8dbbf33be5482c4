"""Any bytes become texts, or say why not."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.errors import Rejected
from tasks.inbox import read
from tasks.inbox.limits import Limits, Rules

SHARED = Path(__file__).parents[3] / "shared"


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "text")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "stage", "reason"),
    [
        (b"", "read", "the file is empty"),
        (b" \n\t\r\n ", "decode", "nothing in it but white space"),
        ("\ufeff \n".encode(), "decode", "nothing in it but white space"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "decode", "a damaged PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "decode", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "decode", "a JPEG picture"),
        (gzip.compress(b"text", mtime=0)[:-4], "decode", "breaks off"),
        (zipped()[:-10], "decode", "a damaged ZIP archive"),
        (b"\x7fELF\x02\x01\x01", "decode", "a program"),
        (b'<!DOCTYPE html><html><script src="a.js"></script>', "decode", "a page without a text of its own"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "decode", "a page without a text of its own"),
        (bytes(range(256)) * 40, "decode", "binary data"),
        (b"\0" * 5000, "decode", "binary data"),
        (b"text " * 10 + b"\0\1\2\3", "decode", "binary data"),
        ("è".encode() * 500 + b"\xff" * 12, "decode", "cannot be decoded as utf-8"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, stage: str, reason: str) -> None:
    with pytest.raises(Rejected) as rejected:
        read("article.txt", data)
    assert rejected.value.stage == stage
    assert reason in rejected.value.reason


@pytest.mark.parametrize(
    "text",
    [
        "THE NEW WAVE of films",
        "RIFF RAFF in town",
        "BZh is no word",
        "ID3 tags are old",
        "GIF or JIF?",
        "{{7*7}} and <script>alert(1)</script>",
        '<img src="file:///etc/passwd">',
        "<p>One paragraph of a page",
        "A stray \0 in a long enough text. " + "More words follow here. " * 30,
        "a" * 100_000,
        "---\n",
    ],
)
def test_what_looks_odd_is_still_text(text: str) -> None:
    (extracted,) = read("article.txt", text.encode())
    assert (extracted.text, extracted.format, extracted.encoding) == (text, "text", "utf-8")


def test_limits_are_told() -> None:
    with pytest.raises(Rejected, match="more than the 10 characters that a document may have") as rejected:
        read("a.txt", b"eleven characters", Rules(Limits(characters=10)))
    assert rejected.value.stage == "limits"
    with pytest.raises(Rejected, match="larger than the 0 MB") as rejected:
        read("a.txt", b"eleven characters", Rules(Limits(file_bytes=10)))
    assert rejected.value.stage == "limits"


@given(st.sampled_from(["a.txt", "a.md", "a", ".md"]), st.binary(max_size=400))
def test_nothing_but_rejected_is_raised(name: str, data: bytes) -> None:
    try:
        found = read(name, data)
    except Rejected:
        return
    assert all(each.undecoded <= len(each.text) for each in found)


@given(st.text(alphabet="#*_[]()<>!`~-=+|{}%&;:\\\"' \n\t1.ab", max_size=200))
def test_any_markdown_is_read(text: str) -> None:
    if text.strip():
        (found,) = read("a.md", text.encode())
        assert found.format == "markdown"


def test_rejections_cross_a_process_boundary() -> None:
    import pickle

    told = pickle.loads(pickle.dumps(Rejected("read", "gone")))
    assert (told.stage, told.reason) == ("read", "gone")


@pytest.mark.parametrize(("corpus", "files"), [("election", 840), ("digitalgov", 2081)])
def test_the_corpora_are_read(corpus: str, files: int) -> None:
    found = sorted((SHARED / "corpora" / corpus).glob("*.*"))
    if not found:
        pytest.skip(f"../shared/corpora/{corpus} is not here")
    assert len(found) == files
    assert all(len(read(file.name, file.read_bytes())) == 1 for file in found[::20])
