"""The publishers' names of many documents in, how each is to be shown out: one name for one publisher."""

import re
from collections.abc import Iterable, Mapping

SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")


def shown(names: Iterable[str]) -> Mapping[str, str]:
    """How to show each of these names, the commonest first among them.

    A file's name tells its publisher as a slug ("calder-gazette") which another document may write as a name ("The
    Calder Gazette"): then that is shown for both. Names that only the case, hyphens or a "the" before them tell apart
    are one. A slug that nobody writes as a name is shown as words.
    """
    names = list(names)
    written: dict[str, str] = {}
    for name in names:
        known = written.get(key := _letters(name))
        if known is None or (is_slug(known) and not is_slug(name)):
            written[key] = name
    return {name: _as_words(written[_letters(name)]) for name in names}


def is_slug(name: str) -> bool:
    """Whether a name is written as paths write it: small letters, with hyphens between its words."""
    return SLUG.fullmatch(name) is not None


def _as_words(name: str) -> str:
    return " ".join(re.split("[-_]", name)).title() if is_slug(name) else name


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", re.sub(r"\Athe[ _-]", "", name.casefold()))
