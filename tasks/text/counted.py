"""A text and its paragraphs in, the part of it out that statistics, signatures and quotes are made of."""

from collections.abc import Sequence

from tasks.records import Paragraph

# Bylines and date lines say who wrote and when, not what about; furniture belongs to the page.
COUNTED = ("title", "caption", "body")


def counted_text(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The paragraphs that count, a blank line between them."""
    return "\n\n".join(text[each.start : each.end] for each in paragraphs if each.kind in COUNTED)
