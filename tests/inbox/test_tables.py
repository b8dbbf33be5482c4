"""Records of tables and of JSON come out as texts, by the names that the world gives their fields."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.errors import Rejected
from tasks.inbox import contents, read
from tasks.inbox.fields import document
from tasks.inbox.limits import Limits, Rules
from tasks.records import Extracted, Refused
from tests.inbox import making_mail as making

BROKEN = "it is no valid JSON from here on (character 25): the rest was not read"
DIGITS = "1" * 5_000  # more than Python reads as a number
LARGE = "a number in it has too many digits from here on (character {}): the rest was not read"
DEEP = "it is nested too deep from here on (character 16): the rest was not read"
CASES = json.loads((Path(__file__).parents[1] / "cases" / "fields.json").read_text())


def texts(name: str, data: bytes, rules: Rules = Rules()) -> list[tuple[str, str]]:  # noqa: B008 frozen
    """By name the texts, and for what is none the reason."""
    return [
        (each.name, each.text if isinstance(each, Extracted) else each.reason) for each in contents(name, data, rules)
    ]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["label"]) for row in CASES])
def test_fields(row: dict[str, Any]) -> None:
    rules = Rules(fields={ours: tuple(theirs) for ours, theirs in row.get("rules", {}).items()})
    found = document(row["record"], Extracted("", "json", "utf-8", "record 1"), rules)
    if isinstance(found, Refused):
        assert found.reason == row["refused"]
        return
    assert found.text == row["text"]
    assert [[each.name, each.value] for each in found.metadata] == row["fields"]
    assert {each.origin for each in found.metadata} <= {"table"}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ('{"text": "a"}', [("", "a")]),
        ('[{"text": "a"}, {"id": 2}]', [("record 1", "a"), ("record 2", "no text in it: it has id")]),
        ('{"status": "ok", "articles": [{"text": "a"}]}', [("record 1", "a")]),
        ('{"data": {"total": 1, "items": [{"text": "a"}]}}', [("record 1", "a")]),
        ('{"description": "of all", "articles": [{"text": "a"}]}', [("record 1", "a")]),
        ('{"text": "a", "comments": [{"text": "b"}]}', [("", "a")]),
        ('{"1": {"text": "a"}, "2": {"text": "b"}}', [("record 1", "a"), ("record 2", "b")]),
        ('["a", "b"]', [("record 1", "a"), ("record 2", "b")]),
        ('{\n"text": "a"}\n{"text":\n"b"}', [("record 1", "a"), ("record 2", "b")]),
        ('\ufeff{"text": "a"}', [("", "a")]),
        ('[{"text": "a"}, {"text": ', [("record 1", "a"), ("record 2", BROKEN)]),
        ('{"text": "line\nbreak"}', [("", "line\nbreak")]),
        ("\ufeff\ufeff[" + '{"text": "a"}]', [("record 1", "a")]),
        ('[{"text": "a"}, {"n": ' + DIGITS + "}]", [("record 1", "a"), ("record 2", LARGE.format(16))]),
        ('{\n"text": "a"}\n{"n": ' + DIGITS + "}", [("record 1", "a"), ("record 2", LARGE.format(15))]),
        ('[{"text": "a"}, ' + "[" * 100_000, [("record 1", "a"), ("record 2", DEEP)]),
    ],
)  # fmt: skip
def test_where_the_records_are(written: str, found: list[tuple[str, str]]) -> None:
    assert texts("a.json", written.encode()) == found


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"a": 1}', "none of its fields is known as a text: a. Name one with the setting `fields`"),
        (b'[{"a": 1}, {"b": 2}]', "none of its fields is known as a text: a"),
        (b'{"text": ', "no valid JSON"),
        (b"[]", "nothing in it"),
        (b'{"text": " "}', "no text in it"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"a":' * 100_000, "nested too deep"),
        (b'{"text": ' + DIGITS.encode() + b"}", "a number in it has too many digits"),
    ],
)
def test_json_that_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        read("a.json", data)


def test_a_broken_line_is_passed_by() -> None:
    data = b'{"text": "a"}\n\n{"text": broken\n{"text": "c"}\r\n'
    assert texts("a.jsonl", data) == [
        ("record 1", "a"),
        ("record 2", "this line is no valid JSON: Expecting value"),
        ("record 3", "c"),
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", "title;text\nÉté;Le café élevé à Genève, où | l'été est long\nb;c\n".encode()),
        ("a.jsonl", '{"text": "Le café élevé à Genève, où | l\'été est long"}\n{"text": "c"}\n'.encode()),
        ("a.json", '[{"text": "Le café élevé à Genève, où | l\'été est long"}, {"text": "c"}]'.encode()),
    ],
)
def test_what_could_not_be_decoded_is_counted_where_it_stands(name: str, data: bytes) -> None:
    assert [each.undecoded for each in read(name, data.replace(b"|", b"\xff"))] == [1, 0]


def test_what_could_not_be_decoded_in_parquet_is_counted() -> None:
    data = making.parquet("SELECT (repeat('caf\\xC3\\xA9 ', 9) || '\\xFF here')::BLOB AS text")
    assert [each.undecoded for each in read("a.parquet", data)] == [1]


def test_a_line_that_python_does_not_take_is_passed_by() -> None:
    deep = "[" * 100_000
    assert texts("a.jsonl", f'{{"text": "a"}}\n{{"n": {DIGITS}}}\n{deep}\n{{"text": "d"}}\n'.encode()) == [
        ("record 1", "a"),
        ("record 2", "this line cannot be read: a number in it has too many digits"),
        ("record 3", "this line cannot be read: it is nested too deep"),
        ("record 4", "d"),
    ]


def test_a_record_that_waits_keeps_its_number() -> None:
    """Whether a file has texts is known at its third record; the refusal of the second does not wait for that."""
    assert texts("a.jsonl", b'{"id": 1}\n{"text": broken\n{"text": "c"}') == [
        ("record 2", "this line is no valid JSON: Expecting value"),
        ("record 1", "no text in it: it has id"),
        ("record 3", "c"),
    ]


def test_records_are_read_when_they_are_asked_for() -> None:
    def endless() -> Iterator[dict[str, str]]:
        yield from ({"text": str(number)} for number in range(30))

    data = making.json_lines(endless())
    found = texts("a.jsonl", data, Rules(Limits(members=3)))
    assert [name for name, _ in found] == ["record 1", "record 2", "record 3", ""]
    assert found[-1][1] == "it holds more than 3 records: the rest was not read"


def test_a_record_may_be_too_long() -> None:
    assert texts("a.jsonl", b'{"text": "abcdef"}\n{"text": "a"}', Rules(Limits(characters=5))) == [
        ("record 1", "more than the 5 characters that a document may have"),
        ("record 2", "a"),
    ]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("title,text\na,b\n", ["b"]),
        ("title;text\na;b, c\n", ["b, c"]),
        ("title\ttext\na\tb, c; d\n", ["b, c; d"]),
        ("title|text\na|b\n", ["b"]),
        ("sep=;\ntitle;text\na;b\n", ["b"]),
        ("\ufefftext,title\na,b\n", ["a"]),
        ('text,title\n"a, ""b""\nc",d\n', ['a, "b"\nc']),
        ("Articles of the year\n\nid,Text\n1,a\n", ["a"]),
        ("text\none column, with a comma\n", ["one column, with a comma"]),
        ("id,text\n1,a, b and c\n", ["a, b and c"]),
        ("id,text,title\n1,a\n", ["a"]),
        ("text,title\r\n\r\na,b\r\n", ["a"]),
        ("text,title\ra,b\r", ["a"]),
        ('title\ttext\na\the said "no\nb\tmore\n', ['he said "no', "more"]),
        ('id,text,title\n1,"never closed,x\n2,b,y\n3,c,z\n', ["never closed", "b", "c"]),
        ("id,text\n1,\n2,b\n", ["no text in it: it has id, text", "b"]),
        ("text,title\na\0b,c\n" + "d,e\n" * 99, ["ab", *["d"] * 99]),
        ("text,title\n<p>one<p>two,a\n", ["one\n\ntwo"]),
    ],
)
def test_tables(written: str, found: list[str]) -> None:
    assert [text for _, text in texts("a.csv", written.encode())] == found


def test_a_table_in_another_encoding() -> None:
    (extracted,) = read("a.csv", "title;text\nÉté;Le café élevé à Genève\n".encode("cp1252"))
    assert (extracted.text, extracted.encoding, extracted.format) == ("Le café élevé à Genève", "cp1252", "csv")


@pytest.mark.parametrize("data", [b"a,b\n1,2\n", b"one, two\nthree, four\n"])
def test_a_table_without_a_text_says_which_columns_it_has(data: bytes) -> None:
    with pytest.raises(Rejected, match=r"known as a text: \w+, \w+\. Name one with the setting `fields`"):
        read("a.csv", data)


def test_a_row_may_be_long_and_a_field_without_end() -> None:
    long = "word " * 100_000
    assert texts("a.csv", f'text,id\n"{long}",1\n'.encode())[0][1] == long.strip()
    rules = Rules(Limits(characters=200_000))
    assert all(isinstance(each, Extracted | Refused) for each in contents("a.csv", f'text,id\n"{long}'.encode(), rules))


PARQUET = making.parquet("""
    SELECT 'Text ' || i AS body, 'Title' AS headline, ['Jane Doe', 'Bob Roe'] AS authors, {'name': 'Gazette'} AS source,
           DATE '2019-11-07' AS date, TIMESTAMPTZ '2019-11-08 10:00:00+01' AS updated, 1.5::DECIMAL(5, 2) AS cost,
           '\\x00\\xff'::BLOB AS picture FROM range(120) t(i)
""")


def test_parquet() -> None:
    found = read("a.parquet", PARQUET)
    assert [each.name for each in found] == [f"row {number}" for number in range(1, 121)]
    assert (found[7].text, found[7].format) == ("Text 7", "parquet")
    assert [[each.name, each.value] for each in found[0].metadata] == [
        ["title", "Title"],
        ["date", "2019-11-07"],
        ["modified", "2019-11-08T09:00:00+00:00"],
        ["author", "Jane Doe"],
        ["author", "Bob Roe"],
        ["publisher", "Gazette"],
    ]


def test_parquet_with_strings_that_do_not_say_so() -> None:
    (extracted,) = read("a", making.parquet("SELECT 'caf\\xC3\\xA9'::BLOB AS text"))
    assert extracted.text == "café"


def test_parquet_without_a_text() -> None:
    with pytest.raises(Rejected, match="known as a text: id, picture"):
        read("a", making.parquet("SELECT 1 AS id, 'x'::BLOB AS picture"))


@pytest.mark.parametrize("length", [8, 100, 1000, len(PARQUET) - 1])
def test_parquet_that_breaks_off(length: int) -> None:
    with pytest.raises(Rejected, match="damaged"):
        read("a", PARQUET[:length])


def test_parquet_with_damaged_pages() -> None:
    data = bytearray(PARQUET)
    data[40:400:7] = b"\xff" * len(data[40:400:7])
    assert list(contents("a", bytes(data)))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["text", "data", "author", "x"]), inner)
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_refused(value: Any) -> None:
    for name in ("a.json", "a.jsonl"):
        for found in contents(name, json.dumps(value).encode()):
            assert not getattr(found, "reason", "").startswith("damaged"), found


@given(st.text(alphabet='textile,;\t|"\n\r ab', max_size=60))
def test_any_table_is_read_or_refused(rows: str) -> None:
    for found in contents("a.csv", b"text,title\n" + rows.encode()):
        assert not getattr(found, "reason", "").startswith("damaged"), found
