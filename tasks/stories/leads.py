"""A text and its paragraphs in, the opening of its body out, where the news is told; what follows is background."""

from collections.abc import Sequence

from tasks.records import Paragraph

LEAD = 600  # characters, about a hundred words of English


def lead(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Give the first captions and body paragraphs, the last cut before a word that goes beyond the lead."""
    found: list[Paragraph] = []
    left = LEAD
    for each in paragraphs:
        if left <= 0 or each.kind not in ("caption", "body"):
            continue
        within = text[each.start : min(each.end, each.start + left)]
        if len(within) < each.end - each.start and len(within.split()) > 1:
            within = within.rsplit(maxsplit=1)[0]
        found.append(Paragraph(each.start, each.start + len(within), each.kind))
        left -= each.end - each.start
    return tuple(found)
