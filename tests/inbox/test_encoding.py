"""Bytes are read by the encoding they were written in, and what cannot be read is counted."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.inbox.charsets import charset
from tasks.inbox.encoding import decode
from tasks.inbox.sniff import control_share

CASES = json.loads((Path(__file__).parents[1] / "cases" / "encodings.json").read_text())


def _marked(row: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=row["fails"])] if "fails" in row else []
    return pytest.param(row, id=row["label"], marks=marks)


@pytest.mark.parametrize("row", list(map(_marked, CASES)))
def test_encodings(row: dict[str, Any]) -> None:
    data = bytes.fromhex(row["bytes"]) if "bytes" in row else row["text"].encode(row["written"])
    found = decode(data, row.get("declared", ""))
    assert found.text == row["text"]
    assert (found.encoding, found.undecoded) == (row["read"], row.get("undecoded", 0))


def test_broken_bytes_in_utf8_are_counted() -> None:
    data = "He said “never” — and left the café. ".encode() * 50
    found = decode(data[:80] + b"\xff\xfe" + data[80:])
    assert (found.encoding, found.undecoded) == ("utf-8", 2)
    assert found.text.count("\ufffd") == 2


def test_a_character_cut_at_the_end_is_one() -> None:
    assert decode("naïve café".encode() * 9 + "é".encode()[:1]).undecoded == 1


def test_a_replacement_character_of_the_file_itself_is_none_of_ours() -> None:
    assert decode("already broken: \ufffd".encode()).undecoded == 0


@pytest.mark.parametrize(
    ("declared", "meant"),
    [
        ("gb2312", "gb18030"), ("GBK", "gb18030"), ("x-gbk", "gb18030"), ("shift_jis", "cp932"), ("sjis", "cp932"),
        ("Shift-JIS", "cp932"), ("x-sjis", "cp932"), ("windows-31j", "cp932"), ("euc-kr", "cp949"),
        ("ks_c_5601-1987", "cp949"), ("big5", "big5hkscs"), ("x-x-big5", "big5hkscs"), ("iso-8859-9", "cp1254"),
        ("tis-620", "cp874"), ("windows-874", "cp874"), ("x-euc-jp", "euc_jp"), ("x-cp1251", "cp1251"),
        ("x-cp1252", "cp1252"), ("x-mac-roman", "mac-roman"), ("windows-31", ""), ("hex", ""),
    ],
)  # fmt: skip
def test_charsets_that_pages_declare(declared: str, meant: str) -> None:
    assert charset(declared) == meant


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "latin-1", "gb2312", "hz", "utf-7", "x-sjis", "hex"]))
def test_any_bytes_decode(data: bytes, declared: str) -> None:
    found = decode(data, declared)
    assert 0 <= found.undecoded <= len(found.text)


@given(st.text(max_size=100))
def test_utf8_comes_back(text: str) -> None:
    if "\x1b" not in text and "~{" not in text and not text.startswith("\ufeff") and control_share(text.encode()) < 0.2:
        assert decode(text.encode()).text == text
