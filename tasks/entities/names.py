"""The surface of a mention -> the bare name it stands for, and the name's forms that are compared and made into ids."""

import re
import unicodedata

from tasks.entities import gazetteers
from tasks.entities.titles import HONORIFICS, TITLE_WORDS

_EDGES = " \t\n\"“”‘’'`()[]{}<>.,;:!?*_#@/|-–—"
_POSSESSIVE = re.compile(r"(?:['’][sS]|(?<=[sS])['’])$")
_THE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_COMPANY = re.compile(
    r"[,\s]+(?:inc|ltd|llc|llp|plc|limited|incorporated|gmbh|s\.?a|ag|n\.?v|pty|pte|bhd|sdn\.? bhd|corp|co)\.?$",
    re.IGNORECASE,
)
_CORP = re.compile(r"\bCorp\b\.?", re.IGNORECASE)
_GENERATION = re.compile(r"[,\s]+(Jr|Sr)\.?$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.?){1,2}|(?:[^\W\d_]\.)+")
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|as|ash|an|ar)-(?=\w)", re.IGNORECASE)
_TITLES = frozenset(word.lower().rstrip(".") for word in TITLE_WORDS)
_HONORIFICS = frozenset(word.lower() for word in HONORIFICS)
_NOT_NAMES = gazetteers.word_list("no name")


def bare(surface: str) -> str:
    """Give a surface without quotes, leading article, possessive and white space within: "the UN's" gives "UN"."""
    name = " ".join(surface.split()).strip(_EDGES.replace(".", "").replace("'", "").replace("’", "") + "")
    name = _THE.sub("", _POSSESSIVE.sub("", name)).strip(_EDGES.replace(".", ""))
    return name if _INITIAL.fullmatch(name.split(" ")[-1]) else name.rstrip(".")


def is_name(name: str) -> bool:
    """Tell whether a bare name can be an entity: no pronoun, weekday, month or title alone, and with a letter in it."""
    if not any(map(str.isalpha, name)):
        return False
    words = name.lower().replace(".", "").split()
    titled = any(word in _HONORIFICS for word in words) and all(word in _TITLES for word in words)
    return not titled and (name.isupper() or not all(word in _NOT_NAMES for word in words))


def person(surface: str) -> str:
    """Give a person's name without titles before it, "Jr." written in one way; "" if only titles stand there."""
    parts = bare(surface).split(" ")
    while parts and parts[0].lower().rstrip(".,") in _TITLES:
        parts.pop(0)
    name = _GENERATION.sub(r" \1.", " ".join(parts)).replace("’", "'").replace('"', "")
    return name.title() if name.isupper() and any(len(part) > 3 for part in parts) else name


def without_initials(name: str) -> str:
    """Give a person's name without the initials in its middle: "Donald J. Trump" gives "Donald Trump"."""
    parts = name.split(" ")
    kept = [part for i, part in enumerate(parts) if not 0 < i < len(parts) - 1 or not is_initial(part)]
    return " ".join(kept) if len(kept) > 1 else name


def is_initial(part: str) -> bool:
    """Tell whether a part of a name is an initial or several: "J.", "J", "H.W."."""
    return part.replace(".", "").isupper() and _INITIAL.fullmatch(part) is not None


def organisation(surface: str) -> str:
    """Give an organisation's name without the letters of its legal form; "Corp." is written out."""
    name = bare(surface)
    written_out = _CORP.sub("Corporation", name)
    shorter = _COMPANY.sub("", written_out)
    return shorter or name


def fold(word: str) -> str:
    """Give a word in the form in which names are compared: small, without accents, points and the Arabic article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return _ARTICLE.sub("", plain.casefold().replace(".", "").replace("’", "'"))


def slug(name: str) -> str:
    """Give a name as it stands in an id: "RAND Corporation" gives "rand-corporation"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", re.sub(r"['’.]", "", plain.casefold())).strip("-")


def group(name: str) -> str:
    """Give the name of one of a group, with a capital: "Muslims" gives "Muslim", "evangelical" "Evangelical"."""
    plural = name.endswith("s") and not name.endswith(("ss", "us", "is")) and len(name) > 3
    one = name[:-1] if plural else name
    return "Democrat" if one == "Democratic" else one[:1].upper() + one[1:]
