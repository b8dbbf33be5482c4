"""What another extractor found of a page in, whether a block of the page is in it out."""

import re

from tasks.inbox.pages.blocks import Block

KEY = re.compile(r"[\W_]+")
SHORT = 24  # characters of a key: shorter ones are looked for as whole lines


def key_of(text: str) -> str:
    """The letters and digits of a text: what is compared."""
    return KEY.sub("", text)


class Found:
    """What another extractor has found: whether a block is in it."""

    def __init__(self, text: str) -> None:
        self.size = len(text)
        self._lines = {key_of(line) for line in text.split("\n")}
        self._whole = key_of(text)

    def has(self, block: Block) -> bool:
        """Whether the block's text, or most of its pieces, stand there."""
        key = key_of(block.text)
        if not key:
            return False
        if len(key) < SHORT:
            pieces = block.text.split(" | " if block.kind == "row" else "\n")
            return key in self._lines or all(key_of(piece) in self._lines for piece in pieces)
        if key in self._whole:
            return True
        pieces = [key[at : at + SHORT] for at in range(0, len(key) - SHORT + 1, SHORT)]
        return sum(piece in self._whole for piece in pieces) > 0.6 * len(pieces)
