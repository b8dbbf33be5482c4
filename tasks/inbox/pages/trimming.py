"""The chosen blocks of a page in, those that are left without repetitions, bare headings and links at the end out."""

from collections.abc import Sequence
from itertools import pairwise

from tasks.inbox.pages.blocks import Block

POINTERS = 0.8  # share in links above which a block only points to other pages
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
    """Without headings whose sections were links and are gone, and without headings and lists of links at the end."""
    places = [
        at
        for at, below in pairwise([*kept, len(blocks)])
        if blocks[at].kind != "heading" or blocks[at].reads or not _linked(blocks[at + 1 : below])
    ]
    last = max((at for at in places if blocks[at].kind != "heading" and not blocks[at].links(POINTERS)), default=-1)
    return [at for at in places if at <= last] or places


def _linked(gone: Sequence[Block]) -> bool:
    """Whether it is mostly links; not where there is nothing."""
    return sum(each.linked for each in gone) > 0.5 * sum(len(each.text) for each in gone) > 0
