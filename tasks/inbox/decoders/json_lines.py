"""JSON Lines in, one text for each line out."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tasks.inbox.json_records import decoded_json, documents, fault
from tasks.inbox.limits import Rules
from tasks.records import Blob, Extracted, Refused


def decode(blob: Blob, rules: Rules) -> Iterator[Extracted | Refused]:
    """The records of a JSON Lines file, each line read when it is asked for; a broken line is told of and passed by."""
    decoded = decoded_json(blob, rules)
    yield from documents(
        _lines(decoded.text), Extracted("", "json lines", decoded.encoding, "", decoded.undecoded), rules
    )


def _lines(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    for line in re.finditer(r"[^\r\n]+", text):
        if not (written := line[0].strip(" \t\x1e\ufeff")):
            continue
        try:
            yield decoder.decode(written)
        except json.JSONDecodeError as error:
            yield Refused("", "decode", f"this line is no valid JSON: {error.msg}")
        except (ValueError, RecursionError) as error:
            yield Refused("", "decode", f"this line cannot be read: {fault(error)}")
