"""A table of values with commas, semicolons, tabs or bars between them (CSV, TSV) in, one text for each row out."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.errors import Rejected
from tasks.inbox.decoders.plain import decode_text
from tasks.inbox.fields import counted, document, has_text, is_known, nothing_named
from tasks.inbox.limits import Rules
from tasks.records import Blob, Extracted, Refused

DELIMITERS = ("\t", ",", ";", "|")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
SEP = re.compile(r"sep=(.)\s*$", re.I)  # what Excel writes above a table
HEADER_ROWS = 10  # rows among which the names of the columns are looked for: a title or a note may stand above
SAMPLE = 50
LONGEST_NAME = 60  # characters of a column's name: what is longer is a value


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted | Refused]:
    """Each row as a text named "row 1", "row 2"... (below the names of the columns), or why it is none.

    Raises Rejected where no column is known as a text.
    """
    limit = rules.limits.characters
    decoded = decode_text(blob.data, replace(rules.limits, characters=max(1, len(blob.data))), blob.charset)
    if csv.field_size_limit() < limit:  # of the whole process, and only ever raised
        csv.field_size_limit(limit)
    text = decoded.text.removeprefix("\ufeff").replace("\0", "")
    lines = Lines(text)
    delimiter, names, above = _layout(text, rules)
    rows = _rows(lines, delimiter, len(names))
    for _ in range(above):
        next(rows)
    number = counted(rules.limits)
    for row in rows:
        if any(each.strip() for each in row):
            record = dict(zip(names, _fitted(row, names, delimiter, rules), strict=False))
            empty = Extracted("", "csv", decoded.encoding, f"row {next(number)}", decoded.undecoded)
            yield document(record, empty, rules)


class Lines:
    """The lines of a text, read one after another, from any place again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.at = 0

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        if not (found := LINE.match(self._text, self.at)) or not found[0]:
            raise StopIteration
        self.at = found.end()
        return found[0]


def _layout(text: str, rules: Rules) -> tuple[str, list[str], int]:
    """The delimiter, the names of the columns, and how many rows stand down to them. Raises Rejected for no text."""
    told = SEP.match(text.split("\n", 1)[0])
    found = []
    for delimiter in [told[1]] if told else DELIMITERS:
        rows = [row for _, row in zip(range(SAMPLE), _rows(Lines(text), delimiter), strict=False)]
        for at, row in enumerate(rows[:HEADER_ROWS]):
            if has_text(row, rules) and all(len(name) <= LONGEST_NAME for name in row):
                known = sum(is_known(name, rules) for name in row)
                fitting = sum(len(each) == len(row) for each in rows[at + 1 :])
                found.append((known, fitting, -at, delimiter, row))
                break
    if not found:
        first = max((next(_rows(Lines(text), each), []) for each in DELIMITERS), key=len)
        raise Rejected("decode", nothing_named(first))
    *_, above, delimiter, names = max(found, key=lambda each: each[:3])
    return delimiter, [name.strip() for name in names], 1 - above


def _rows(lines: Lines, delimiter: str, width: int = 0) -> Iterator[list[str]]:
    """The rows. A quotation mark that is never closed takes its own line, and not all that follow.

    width: the number of columns, 0 where that is not known yet.
    """
    reader = csv.reader(lines, delimiter=delimiter, doublequote=True)
    while True:
        start, line = lines.at, reader.line_num
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a field beyond the limit: of an open quotation mark, or of a hostile file
            row = []
        if (reader.line_num - line > 1 or not row) and width and len(row) != width:
            lines.at = start
            bare = next(csv.reader([next(lines, "")], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])
            reader = csv.reader(lines, delimiter=delimiter, doublequote=True)
            row = [each.strip('"') for each in bare]
        yield row


def _fitted(row: Sequence[str], names: Sequence[str], delimiter: str, rules: Rules) -> list[str]:
    """The row; where a text in the last column had delimiters and no quotation marks, with its pieces joined again."""
    if len(row) > len(names) and has_text(names[-1:], rules):
        last = len(names) - 1
        return [*row[:last], delimiter.join(row[last:])]
    return list(row)
