"""The places of a page's chosen blocks in, those left without repetitions and without headings over nothing out."""

from collections.abc import Sequence
from itertools import pairwise

from tasks.inbox.pages.blocks import Block

REPEATED = 50  # characters from which a text that stands on the page twice is taken once


def once(blocks: Sequence[Block], kept: Sequence[int]) -> list[int]:
    """Without long blocks that stood there before: pages show things twice, for the phone and for the desk."""
    seen: set[str] = set()
    places = []
    for at in kept:
        text = blocks[at].text
        if len(text) < REPEATED or text not in seen:
            places.append(at)
        seen.add(text)
    return places


def trimmed(blocks: Sequence[Block], kept: Sequence[int]) -> list[int]:
    """Without headings whose sections were links and are gone, and without those that nothing follows."""
    places = [
        at
        for at, below in pairwise([*kept, len(blocks)])
        if blocks[at].kind != "heading" or blocks[at].reads or not _linked(blocks[at + 1 : below])
    ]
    while len(places) > 1 and blocks[places[-1]].kind == "heading":
        places.pop()
    return places


def _linked(gone: Sequence[Block]) -> bool:
    """Whether it is mostly links; not where there is nothing."""
    return sum(each.linked for each in gone) > 0.5 * sum(len(each.text) for each in gone) > 0
