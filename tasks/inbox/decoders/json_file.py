"""JSON in, one text for each record out: wherever in the file the records are."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tasks.errors import Rejected
from tasks.inbox.fields import document, has_text, has_whole_text, paths
from tasks.inbox.json_records import MOST_SAMPLED, decoded_json, documents, fault
from tasks.inbox.limits import Rules
from tasks.records import Blob, Extracted, Refused

SPACE = re.compile(r"[\s,\x1e]*")  # between the values of a list, and of a sequence (RFC 7464)
DEEP = 6


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted | Refused]:
    """The records of a JSON file, read one by one where it is a list; an object with a text is the one document.

    Raises Rejected where it is no JSON, or nothing in it is known as a text.
    """
    decoded = decoded_json(blob, rules)
    empty = Extracted("", "json", decoded.encoding, "", decoded.undecoded)
    text = decoded.text.removeprefix("\ufeff")
    start = SPACE.match(text)
    assert start is not None, "the pattern matches nothing too"
    if text[start.end() : start.end() + 1] == "[":
        yield from documents(_items(text, start.end() + 1), empty, rules)
        return
    values = list(_sequence(text))
    if len(values) == 1 and _is_document(values[0], rules):
        yield document(values[0], empty, rules)
    else:
        yield from documents(_records(values[0]) if len(values) == 1 else values, empty, rules)


def _is_document(value: Any, rules: Rules) -> bool:
    """Whether an object is one text; a description of a list of texts is none."""
    if not isinstance(value, Mapping) or not has_text(paths(value), rules):
        return False
    records = [each for each in _records(value)[:MOST_SAMPLED] if each is not value and isinstance(each, Mapping)]
    return has_whole_text(map(str, value)) or not any(has_text(paths(each), rules) for each in records)


def _items(text: str, at: int) -> Iterator[Any]:
    """The values of the list that begins before `at`, one by one."""
    decoder = json.JSONDecoder(strict=False)
    while True:
        space = SPACE.match(text, at)
        at = space.end() if space else at
        if text[at : at + 1] == "]":
            return
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield _rest(error, at)
            return
        yield value


def _sequence(text: str) -> Iterator[Any]:
    """The values that stand one after another; mostly there is one. Raises Rejected where the first is none."""
    decoder = json.JSONDecoder(strict=False)
    at = 0
    count = 0
    while (space := SPACE.match(text, at)) and space.end() < len(text):
        try:
            value, at = decoder.raw_decode(text, space.end())
        except (ValueError, RecursionError) as error:
            if not count:
                why = f": {error}" if isinstance(error, json.JSONDecodeError) else ""
                raise Rejected("decode", fault(error) + why) from error
            value, at = _rest(error, space.end()), len(text)
        count += 1
        yield value


def _rest(error: ValueError | RecursionError, at: int) -> Refused:
    """What is told of a value that cannot be read, and of all behind it; at: where it begins."""
    place = getattr(error, "pos", at)
    return Refused("", "decode", f"{fault(error)} from here on (character {place:,}): the rest was not read")


def _records(value: Any) -> Sequence[Any]:
    """The list of records in an object: the longest of those that lie least deep; the object where there is none.

    So {"status": "ok", "articles": [...]} and {"data": {"items": [...]}} are read, and an object of objects too.
    """
    level = [value]
    for _ in range(DEEP):
        inner = [each for one in level if isinstance(one, Mapping) for each in one.values()]
        lists = [each for each in inner if isinstance(each, list) and each and isinstance(each[0], Mapping)]
        if lists:
            return max(lists, key=len)
        level = inner
    if isinstance(value, Mapping) and value and all(isinstance(each, Mapping) for each in value.values()):
        return list(value.values())
    return [value]
