"""A text in, its prose out: the paragraphs that are made of sentences, without menus, lists of links, and headlines."""

_END = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_CLOSING = "\"'”’»)]」』 \n\u00a0\u202f"  # and the space that French puts before its own
_LEAST = 30  # characters: "Read more." is no sentence of an article


def prose(text: str) -> str:
    """The paragraphs that end as a sentence does, a blank line between them."""
    return "\n\n".join(each for each in text.split("\n\n") if _is_prose(each))


def _is_prose(paragraph: str) -> bool:
    ended = paragraph.rstrip(_CLOSING)
    return ended.endswith(_END) and len(ended) >= (_LEAST if ended.isascii() else _LEAST // 2)
