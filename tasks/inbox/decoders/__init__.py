"""The table of decoders: one a file, all with one signature, bytes in and texts out.

A new format is a module here with a `decode` function, a row in DECODERS, and its suffixes or signature.
"""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from tasks.inbox.decoders import markdown, plain
from tasks.inbox.limits import Limits
from tasks.records import Extracted

Decoder = Callable[[bytes, Limits], list[Extracted]]

DECODERS: Mapping[str, Decoder] = {
    "text": plain.decode,
    "markdown": markdown.decode,
}
SUFFIXES: Mapping[str, str] = {".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown"}


def format_of(name: str) -> str:
    """The format that a name stands for, "text" for any that says nothing else."""
    return SUFFIXES.get(PurePosixPath(name).suffix.lower(), "text")
