"""What an element calls itself in (tag, class, id, role), what it holds out: "" or a kind of page furniture.

The patterns are in `data/boxes.txt`. Words are looked for whole: "has-sidebar" and "no-comments" name a layout and a
state, "commentary" is no comment.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from tasks.inbox.pages.patterns import sections

# Kinds that are never the text, whoever else thinks so.
HARD = frozenset((
    "comments", "navigation", "sharing", "related", "advertising", "subscription", "consent", "footer", "sidebar",
    "profile",
))  # fmt: skip

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
LAYOUT = re.compile(
    r"\b(?:has|with|without|no|not|hide|show|is|can|full|open|closed)"
    r" (?:sidebar|comments?|share|sharing|ads?|menu|nav|banner|widgets?|footer|profile|avatar|related|overlay)\b"
    r"|\bcomments? (?:open|closed|status|count|policy)\b|\bcontent sidebar\b|\bsidebar (?:none|no|off|layout|content)\b"
)
BUILDERS = re.compile(r"\b(?:elementor|siteorigin|so widget|fl|vc|wpb|avia|fusion|et pb|brxe|kt|uagb)\b")

TABLE = sections("boxes")
KINDS = {kind: re.compile(rf"\b(?:{'|'.join(words)})\b") for kind, words in TABLE.items()}
LEAD, BODY = KINDS.pop("lead"), KINDS.pop("body")
TAGS: Mapping[str, str] = {
    "nav": "navigation", "footer": "footer", "aside": "sidebar", "menu": "navigation", "form": "interface",
    "header": "header",
}  # fmt: skip
ROLES: Mapping[str, str] = {
    "navigation": "navigation", "contentinfo": "footer", "complementary": "sidebar", "search": "interface",
    "dialog": "interface", "alertdialog": "interface", "menu": "navigation", "menubar": "navigation",
    "banner": "header", "toolbar": "interface", "tablist": "navigation", "form": "interface",
}  # fmt: skip


@lru_cache(maxsize=4096)
def words_of(names: str) -> str:
    """Class and id as lower-case words: "entryMeta post_tags" is "entry meta post tags"."""
    return " ".join(WORD.findall(names)).lower()


def kind_of_box(tag: str, names: str, role: str) -> str:
    """The kind of furniture that an element says it is; "" where it says nothing of the sort."""
    if role in ROLES:
        return ROLES[role]
    if tag in TAGS:
        return TAGS[tag]
    if "-" in tag:  # an element of the page's own making, named for what it is: amp-sidebar, share-bar
        names = f"{tag} {names}"
    return kind_of_names(names) if names else ""


@lru_cache(maxsize=4096)
def kind_of_names(names: str) -> str:
    """The same by class and id alone."""
    words = LAYOUT.sub(" ", words_of(names))
    for kind, pattern in KINDS.items():
        if pattern.search(words) and not (kind == "sidebar" and BUILDERS.search(words)):
            return kind if kind in ("comments", "related") or not BODY.search(words) else ""
    return ""


@lru_cache(maxsize=4096)
def is_lead(names: str) -> bool:
    """Whether an element calls itself a lead, standfirst, summary..."""
    return bool(LEAD.search(words_of(names)))
