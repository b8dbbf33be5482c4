"""The pieces of text of a page, each in the box it stands in: what the walk makes and the vote is about.

They are not frozen: what a box holds is counted while the walk and the vote go on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["paragraph", "heading", "title", "item", "row", "caption", "code", "quote"]
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*(?:\s|$)|[。！？।؟۔]")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element: what it is, what it calls itself, and what it holds.

    kind: of furniture, "" for none. chars: of all text in it; linked: of that, in links; mass: of what reads like
    sentences; kept: of that, in blocks that the vote kept at first. first, last: its blocks' places. titled: whether
    it holds a first heading. own: blocks right in it, in no box further in.
    """

    tag: str
    names: str
    parent: "Box | None"
    kind: str = ""
    chars: int = 0
    linked: int = 0
    mass: int = 0
    kept: int = 0
    first: int = -1
    last: int = -1
    titled: bool = False
    own: int = 0
    children: list["Box"] = field(default_factory=list)

    def line(self) -> Iterator["Box"]:
        """The box and all that it stands in, innermost first."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent

    def holds(self, at: int) -> bool:
        """Whether the block at that place stands in the box."""
        return self.first <= at <= self.last


@dataclass(slots=True, eq=False)
class Block:
    """A piece of text between two block boundaries. linked: characters in links. group: the list or table it is of."""

    text: str
    kind: BlockKind
    box: Box
    linked: int
    group: Box | None = None
    number: str = ""

    def links(self, share: float) -> bool:
        """Whether more than that share of it (0..1) stands in links."""
        return self.linked > share * len(self.text)

    @property
    def weight(self) -> int:
        """Its length in letters of an alphabet: an ideograph counts for three."""
        return len(self.text) + 2 * len(WIDE.findall(self.text[:200]))

    @property
    def reads(self) -> bool:
        """Whether it reads like sentences: long enough, with a sign that ends one, and not made of links."""
        return self.weight >= 60 and not self.links(0.4) and bool(SENTENCE_END.search(self.text))
