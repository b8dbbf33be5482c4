"""The records of JSON in, a text or a refusal for each out: what JSON and JSON Lines have in common."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from tasks.errors import Rejected
from tasks.inbox.decoders.plain import decode_text
from tasks.inbox.encoding import Decoded
from tasks.inbox.fields import counted, document, has_text, nothing_named, paths
from tasks.inbox.limits import Rules
from tasks.records import Blob, Extracted, Refused

MOST_SAMPLED = 20  # records that are asked whether they have a text


def decoded_json(blob: Blob, rules: Rules) -> Decoded:
    """The text of a file of many texts, which may together be longer than one."""
    return decode_text(blob.data, replace(rules.limits, characters=max(1, len(blob.data))), blob.charset)


def documents(values: Iterable[Any], empty: Extracted, rules: Rules) -> Iterator[Extracted | Refused]:
    """A text or a refusal for each record. Raises Rejected where the first ones have no field that may be a text."""
    number = counted(rules.limits)
    waiting: list[tuple[str, Mapping[str, Any]]] = []
    known = False
    for value in values:
        name = f"record {next(number)}"  # as it comes: a refusal does not wait, and what waits keeps its number
        if isinstance(value, Refused):
            yield replace(value, name=name)
            continue
        record = value if isinstance(value, Mapping) else {"text": value} if isinstance(value, str) else {}
        known = known or has_text(paths(record), rules) or _wrapped(record, rules)
        waiting.append((name, record))
        if known or len(waiting) >= MOST_SAMPLED:
            if not known:
                raise Rejected("decode", nothing_named(paths(waiting[0][1])))
            yield from (document(each, replace(empty, name=name), rules) for name, each in waiting)
            waiting.clear()
    if waiting:
        raise Rejected("decode", nothing_named(paths(waiting[0][1])))


def fault(error: ValueError | RecursionError) -> str:
    """What is wrong with a value that Python's reader of JSON gives up on, where a sentence about it begins."""
    if isinstance(error, json.JSONDecodeError):
        return "it is no valid JSON"
    return "it is nested too deep" if isinstance(error, RecursionError) else "a number in it has too many digits"


def _wrapped(record: Mapping[str, Any], rules: Rules) -> bool:
    """Whether the text is in a record within the record, as search engines give it."""
    return any(isinstance(each, Mapping) and has_text(paths(each), rules) for each in record.values())
