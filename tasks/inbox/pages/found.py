"""What another extractor found of a page in, whether a block of the page is in it out."""

import re

from tasks.inbox.pages.blocks import Block

KEY = re.compile(r"[\W_]+")
PIECES = 0.6  # share of a block's pieces that must be there
MOST_PIECES = 8  # pieces that are looked for
AHEAD = 10_000  # characters in which the next block is looked for first
SHORT = 24  # characters of a key: shorter ones are looked for as whole lines


def key_of(text: str) -> str:
    """The letters and digits of a text: what is compared."""
    return KEY.sub("", text)


class Found:
    """What another extractor has found: whether a block is in it. Asked in the order of the page it is quickest."""

    def __init__(self, text: str) -> None:
        self._lines = {key_of(line) for line in text.split("\n")}
        self._whole = key_of(text)
        self._place = 0

    def has(self, block: Block) -> bool:
        """Whether the block's text, or most of its pieces, stand there."""
        key = key_of(block.text)
        if len(key) < SHORT:
            pieces = block.text.split(" | " if block.kind == "row" else "\n")
            return bool(key) and (key in self._lines or all(key_of(piece) in self._lines for piece in pieces))
        if self._stands(key):
            return True
        step = max(SHORT, len(key) // MOST_PIECES)
        pieces = [key[at : at + SHORT] for at in range(0, len(key) - SHORT + 1, step)]
        return sum(map(self._stands, pieces)) > PIECES * len(pieces)

    def _stands(self, key: str) -> bool:
        """Whether the key is there: near the last one that was found, where it mostly is, or anywhere."""
        found = self._whole.find(key, self._place, self._place + AHEAD + len(key))
        if found < 0:
            found = self._whole.find(key)
        if found < 0:
            return False
        self._place = found + len(key)
        return True
