"""The surface of a mention -> the bare name it stands for, and the name's forms that are compared and made into ids."""

import re
import unicodedata
from functools import cache, lru_cache

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
_GENERATION = re.compile(r",?\s+(?:(Jr|Sr)\.?|(II|III|IV))$")
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_BEHIND = re.compile(r",?\s(?:FRS|[OCM]\.?B\.?E|Ph\.?D|M\.?D|MP|MEP|QC|KC|SC|Esq|CPA|D\.?D\.?S|R\.?N)\.?$")
_NICKNAME = re.compile(r"\s[\"“(][^\"”()]{1,20}[\"”)](?=\s)")
_SPACED_INITIALS = re.compile(r"(?<![^\W_])([^\W\d_]\.) (?=[^\W\d_]\.)")
_SAINT = re.compile(r"^St\.? (?=[A-Z])")
_REMEMBERED = 1 << 14  # names and words whose forms are kept: those of a document come again and again
_ARTICLE_APART = frozenset({"al", "el", "ul"})
_GIVEN_TOO = frozenset({"don", "earl", "duke", "baron", "shah", "tan", "sultan", "major", "dean", "elder"})
_INITIAL = re.compile(r"(?:[^\W\d_]\.?){1,2}|(?:[^\W\d_]\.)+")
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|as|ash|an|ar)-(?=\w)", re.IGNORECASE)
_TITLES = frozenset(word.lower().rstrip(".") for word in TITLE_WORDS) | {
    words for words, _, office in gazetteers.rows("titles") if " " not in words and office != "relative"
}
_HONORIFICS = frozenset(word.lower() for word in HONORIFICS)
_NOT_NAMES = gazetteers.word_list("no name")


@lru_cache(maxsize=_REMEMBERED)
def bare(surface: str) -> str:
    """Give a surface without quotes, leading article, possessive and white space within: "the UN's" gives "UN"."""
    name = " ".join(surface.split()).strip(_EDGES.replace(".", "").replace("'", "").replace("’", "") + "")
    name = _THE.sub("", _POSSESSIVE.sub("", name)).strip(_EDGES.replace(".", ""))
    return name if _INITIAL.fullmatch(name.split(" ")[-1]) else name.rstrip(".")


@lru_cache(maxsize=_REMEMBERED)
def is_name(name: str) -> bool:
    """Tell whether a bare name can be an entity: no pronoun, weekday, month or title alone, and with a letter in it."""
    if not any(map(str.isalpha, name)):
        return False
    words = name.lower().replace(".", "").split()
    titled = any(word in _HONORIFICS for word in words) and all(word in _TITLES for word in words)
    return not titled and (name.isupper() or not all(word in _NOT_NAMES for word in words))


def person(surface: str) -> str:
    """Give a person's name without titles before it, "Jr." written in one way; "" if only titles stand there."""
    return titled(surface)[1]


def titled(surface: str) -> tuple[list[str], str]:
    """Give the titles that a person's name begins with, and the name behind them."""
    parts = _BEHIND.sub("", _NICKNAME.sub("", bare(surface))).split(" ")
    before: list[str] = []
    while parts and _is_title(parts):
        before.append(parts.pop(0))
    name = _GENERATION.sub(_generation, " ".join(parts)).replace("’", "'").replace('"', "")
    name = _SPACED_INITIALS.sub(r"\1", _SAINT.sub("Saint ", name))
    return before, name.title() if name.isupper() and any(len(part) > 3 for part in parts) else name


def _is_title(parts: list[str]) -> bool:
    """Tell whether a name begins with a title; what is a given name too is one only before two words."""
    word = parts[0].lower().rstrip(".,")
    return word in _TITLES and (word not in _GIVEN_TOO or len(parts) != 2)


def _generation(match: re.Match[str]) -> str:
    return f" {match[1]}." if match[1] else f" {match[2]}"


@lru_cache(maxsize=_REMEMBERED)
def parts(name: str) -> tuple[str, ...]:
    """Give the parts of a person's name as they are compared: hyphens part, "al" before a surname falls away."""
    folded = [fold(part) for part in name.split(" ")]
    found = [piece for part in folded for piece in part.split("-") if piece]
    return tuple(piece for i, piece in enumerate(found) if not i or piece not in _ARTICLE_APART) or (fold(name),)


def generation(of: tuple[str, ...]) -> str:
    """Give the "jr", "iii" that the parts of a name end with, "" for none."""
    return of[-1] if len(of) > 1 and of[-1] in _GENERATIONS else ""


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
    written_out = _CORP.sub("Corporation", name.replace(" & ", " and "))
    shorter = _COMPANY.sub("", written_out)
    return shorter or name


@lru_cache(maxsize=_REMEMBERED)
def fold(word: str) -> str:
    """Give a word in the form in which names are compared: small, without accents, points and the Arabic article."""
    plain = _plain(word)
    return _ARTICLE.sub("", plain.casefold().replace(".", "").replace("’", "'"))


def _plain(word: str) -> str:
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


@lru_cache(maxsize=_REMEMBERED)
def slug(name: str) -> str:
    """Give a name as it stands in an id: "RAND Corporation" gives "rand-corporation"."""
    plain = _plain(name)
    return re.sub(r"[\W_]+", "-", re.sub(r"['’.]", "", plain.casefold())).strip("-")


def group(name: str) -> str:
    """Give the name of one of a group, with a capital: "Muslims" gives "Muslim", "evangelical" "Evangelical"."""
    plural = name.endswith("s") and not name.endswith(("ss", "us", "is")) and len(name) > 3
    one = name[:-1] if plural else name
    one = one[:1].upper() + one[1:]
    return _groups().get(one, one)


@cache
def _groups() -> dict[str, str]:
    return dict(gazetteers.rows("group_names"))
