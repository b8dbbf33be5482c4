"""A name as it stands, and what stands before it -> "m" or "f" by titles and given names, "" where neither tells."""

from functools import cache

from tasks.entities import gazetteers
from tasks.entities.quotes.wordlists import FEMALE_ROLES, MALE_ROLES, one_of

_MALE_TITLES = one_of("mr sir lord father king prince pope sheikh imam monsieur herr señor baron duke congressman")
_FEMALE_TITLES = one_of("mrs ms miss dame lady sister queen princess madame mme mlle frau baroness congresswoman")


@cache
def genders() -> dict[str, str]:
    """Give the given names that tell."""
    return dict(gazetteers.rows("sexes"))


def gender_of(before: str, surface: str, name: str) -> str:
    """Give the gender that a person's name tells; `before`: the text that stands in front of it."""
    titles = [word.lower().strip(".,") for word in (*before.split()[-2:], *surface.split()[:2])]
    for word in titles:
        if word in _MALE_TITLES or word in MALE_ROLES:
            return "m"
        if word in _FEMALE_TITLES or word in FEMALE_ROLES:
            return "f"
    parts = name.split()
    return genders().get(parts[0], "") if len(parts) > 1 else ""
