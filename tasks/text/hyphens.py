"""A line that ends with a hyphen, the next one and the text's words in; what the break becomes in the joined line out.

A hyphen at a line's end is the typesetter's ("commu-nity") or the word's own ("well-known"). The typesetter's goes
where the text has the word whole elsewhere, or where what follows is an ending that no word is made of alone. All
others stay: a hyphen too many is read over, a word too few is lost.
"""

import re
from collections.abc import Set

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
LEFT, RIGHT = re.compile(r"([^\W\d_]+)[-‐¬]\Z"), re.compile(r"[^\W\d_]+")
HYPHENED = re.compile(r"[^\W_][-‐¬]\Z")
ADDRESS = re.compile(r"(?:://|www\.|@)\S*-\Z")
# "pre- and post-war", „Haupt- und Nebensachen“: the hyphen stands for what the next word ends with.
SUSPENDED = re.compile(r"(?:and|or|to|nor|but|und|oder|bis|sowie|et|ou|à|y|o|e|en|of|och|og|i|lub|eller)(?: |\Z)", re.I)
# Endings of English, German and the Romance languages, with the letter that a syllable may take from the stem, which
# are no words themselves: "king", "city", "able", "ring" and the like are not here on purpose.
ENDING = re.compile(
    r"[a-z]?(?:tion|sion)(?:s|al|ally|ed|ing|er|ers|ist|ists|ary)?|[a-z]?ment(?:s|ed|ing|ary|ation|e|i)?|ernments?"
    r"|[cfgmntv]?ings?|(?!city|pity|sity)[a-z]?it(?:y|ies)|[bstv]ilit(?:y|ies)|sit(?:y|ies)|[crn]ies|[a-z]?ness(?:es)?"
    r"|(?:tic|[ctr])?ally|[ct]ial(?:s|ly)?|cians?|[ctg]?ious(?:ly)?|[a-z]?tive(?:s|ly|ness)?|sive(?:ly)?|[a-z]?tures?d?"
    r"|[aiu]tors?|[aeiu]ble|[aei]bly|[aei]bilit(?:y|ies)|(?:[dgnrt]|qu|sc)?ences?|[nrtvm]?ances?|(?:[aei]n)?cy"
    r"|[a-z]?i[sz](?:ed|es|ing|ation|ations)|[a-z]?ular(?:ly|ity)?|[a-z]?ously|[a-z]?edly|[a-z]?ingly"
    r"|[bgnt]?ung|[bdghlnrt]?ungen|[a-z]?[hk]eit(?:en)?|schaft(?:en|s)?|(?:[a-z]|ch)?lich(?:en|e|er|es)?"
    r"|[a-z]?isch(?:en|e|er|es)?|iques?|aient|[a-z]?ités?|ci[óo]n|ciones|mient[oa]s?|mente|[ai]?dades?|iendo"
    r"|ç(?:ão|ões)|zion[ei]"
)
STEM = re.compile(r"(?=.*[aeiouyäöüáéíóúàèìòùâêôãõ])[^\W\d_]{2,}")  # what an ending is put to


def is_hyphened(line: str) -> bool:
    """Whether a hyphen at the line's end is tied to what stands before it."""
    return HYPHENED.search(line) is not None


def joint(line: str, following: str, words: Set[str]) -> str | None:
    """What the hyphen and the line's end become: "" (the word is whole), "-", or None where both lines stay words.

    words: those of the text in lower case.
    """
    if SUSPENDED.match(following):
        return None
    left, right = LEFT.search(line), RIGHT.match(following)
    if not left or not right or ADDRESS.search(line):
        return "-"
    if left[1].isupper() and right[0].isupper():
        one, other = left[1].lower(), right[0].lower()
    elif right[0].islower():
        one, other = left[1].lower(), right[0]
    else:
        return "-"
    if one + other in words:
        return ""
    if f"{one}-{other}" in words:
        return "-"
    return "" if line.endswith("¬") or (STEM.fullmatch(one) and ENDING.fullmatch(other)) else "-"
