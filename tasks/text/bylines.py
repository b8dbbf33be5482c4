"""A byline as a page or a field has it ("By Jane DOE, Reuters, in Paris") in, the people it names out."""

import re
from collections.abc import Iterable

MOST_NAMES, MOST_NAME_WORDS = 8, 5
LONGEST = 300  # characters of a field or a line that names people

PARTICLE = (
    r"(?:de|da|di|do|del|dell['’]|della|degli|der|den|des|du|van|von|vom|zu|zum|zur|ten|ter|te|bin|bint|ibn|abu|al|el|la"
    r"|le|los|las|dos|das|du|af|av|y|e|i)"
)
CAPITAL = r"[^\W\d_a-z][\w'’.-]*"
NAME_WORD = rf"(?:{CAPITAL}|{PARTICLE}|(?:al|el|ad|as|ash|an|ar|ul)[-‑]{CAPITAL}|[dlo]['’]{CAPITAL})"
NAME = re.compile(rf"(?!{PARTICLE}$){NAME_WORD}(?: {NAME_WORD}){{1,{MOST_NAME_WORDS - 1}}}")
BY = re.compile(
    r"(?:(?:story|text|words|written|reported|article|report|posted|published|submitted|contributed) by\b|by(?:line)?\b"
    r"|(?:author|writer|words|text|texte|testo|texto|reporter|autor(?:in)?|auteur|autore|redacteur|автор|текст)s?(?=\s*[:：])"
    r"|作者|记者|記者|文|撰文|取材・文)(?:\s*[:：/／])? *",
    re.I,
)
# "By" elsewhere, right below a title only: there are people named Von, and titles that begin so.
BY_ELSEWHERE = re.compile(rf"(?i:par|von|por|door|av|af|di|autor|od|przez) +(?={NAME.pattern}(?:\W|$))")
# What follows names people too, who did not write the text.
OTHERS = re.compile(
    r"[\s,;.(|–—-]*\b(?:with )?(?:(?:additional|contributing) |contributions? (?:from|by)|research|report(?:ing|age) by"
    r"|edit(?:ed|ing) by|translat(?:ed|ion)|compiled by|produced by|photo|picture|image|illustrat|graphic|video"
    r"|fotos?\b|bild(?:er)?\b|mit material|avec (?:l['’])?(?:afp|ap|reuters)).*",
    re.I | re.S,
)
NOT_WRITTEN = re.compile(
    r"(?:(?:photo(?:graph|graphy)?|picture|image|illustration|graphic|drawing|cartoon|artwork|video|film|audio|map|chart)s?"
    r"(?: and \w+)?|edited|translated|produced|compiled|fotos?|bild(?:er)?|illustrationen?)"
    r"(?:\s+(?:by|von|par|por|de)\b|\s*[:：/])",
    re.I,
)
BETWEEN_NAMES = re.compile(
    r",? (?:and|&|und|et|och|og|oraz|и|та) | (?:y|e|i|en) (?=\w+ \w)"
    r"|\s*[,，、;|/•·]\s*|\s+with\s+|\n| [–—-]{1,2} ",
    re.I,
)
AFTER_NAME = re.compile(
    r" (?:in|at|for|of|on|from|aus|à|em) .*| ?[(\[].*?[)\]]| ?<?(?:mailto:)?[^\s<>]+@\S+>?| ?@\w+"
    r"| (?:https?://|www\.)\S+| (?:(?:bbc|cnn|political|chief|senior|staff|national|foreign|business|economics|health"
    r"|science|sports?|world|deputy|diplomatic|environment|education|white house) )+(?:news )?"
    r"(?:writer|reporter|editor|correspondent|columnist)\b.*",
    re.I,
)
MAILED = re.compile(r"<?[^\s<>()]+@[^\s<>()]+>?\s*\((?P<name>[^()]+)\)")  # as RSS has its authors
ADDRESS = re.compile(r"https?://|www\.|\w\.(?:com|org|net|co|io|de|fr|uk)\b|^@|\S+@\S+", re.I)
HONORIFIC = re.compile(
    r"^(?:(?:(?:dr|prof|professor|mr|mrs|ms|mx|herr|frau|monsieur|madame|mme)\.?|m\.) )+(?=\w)", re.I
)
HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\uac00-\ud7a3]{2,4}")
ROMAN = re.compile(r"[IVX]{2,4}")
# An office, a desk, a kind of text: no word of a person's name.
NOT_NAMES = frozenset((
    "the", "a", "an", "and", "news", "times", "post", "press", "house", "street", "staff", "reporter", "our", "your",
    "reporters", "writer", "writers", "report", "reports", "reporting", "desk", "editor", "editors", "editorial",
    "opinion", "analysis", "politics", "world", "business", "sports", "sport", "media", "agency", "agencies", "bureau",
    "correspondent", "correspondents", "university", "department", "ministry", "office", "update", "updates",
    "exclusive", "live", "video", "watch", "read", "breaking", "election", "day", "state", "states", "united",
    "national", "party", "president", "minister", "senator", "prime", "white", "new", "about", "contact", "home",
    "page", "release", "council", "committee", "team", "newsroom", "board", "wire", "service", "services", "network",
    "group", "inc", "ltd", "llc", "gmbh", "magazine", "journal", "daily", "weekly", "contributor", "contributors",
    "columnist", "producer", "photographer", "director", "chief", "admin", "administrator", "webmaster", "web", "guest",
    "user", "anonymous", "unknown", "none", "n/a", "null", "author", "authors", "online", "digital", "tv", "radio",
    "redaktion", "redaktør", "redakcja", "rédaction", "redaction", "redacción", "redaccion", "redazione", "redação",
    "redactie", "редакция", "newsdesk", "agencia", "agencias", "agenturen", "agence", "korrespondent", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mp", "mhr", "mep", "qc", "hon", "hon.",
    "transcript", "statement", "speech", "government", "federal",
))  # fmt: skip
AGENCIES = {
    "ap": "Associated Press", "the associated press": "Associated Press", "associated press": "Associated Press",
    "reuters": "Reuters", "thomson reuters": "Reuters", "afp": "AFP", "agence france-presse": "AFP", "upi": "UPI",
    "united press international": "UPI", "bloomberg": "Bloomberg", "bloomberg news": "Bloomberg", "xinhua": "Xinhua",
    "dpa": "dpa", "apa": "APA", "efe": "EFE", "ansa": "ANSA", "anp": "ANP", "pap": "PAP", "tass": "TASS",
    "kyodo": "Kyodo", "kyodo news": "Kyodo", "yonhap": "Yonhap", "pti": "PTI", "aap": "AAP", "pa media": "PA Media",
    "press association": "PA Media", "cnn": "CNN", "bbc": "BBC", "bbc news": "BBC News", "npr": "NPR",
}  # fmt: skip


def byline_of(text: str, *, bare: bool) -> list[str]:
    """The people whom a line names as its writers, [] where it is no byline; bare: a name without "By" will do."""
    lead = BY.match(text) or (BY_ELSEWHERE.match(text) if bare else None)
    if (not lead and not bare) or len(text) > LONGEST:
        return []
    rest = OTHERS.sub("", text[lead.end() if lead else 0 :], count=1)
    parts = [_alone(part) for part in BETWEEN_NAMES.split(rest)]
    names = [written_name(part) for part in parts if is_name(part) or (lead and HAN_NAME.fullmatch(part))]
    if not names or written_name(parts[0]) != names[0] or len(names) > MOST_NAMES:
        return []
    if text.endswith(".") and any(part[:1].islower() for part in parts if not is_name(part)):
        return []  # "By Lake Geneva, the two sides met again."
    known = len(names) + sum(part.lower() in AGENCIES for part in parts)
    sure = known == len(parts) and not text.isupper() and text.rstrip(")")[-1:].isalpha() and _has_case(text)
    return names if lead or sure else []


def people(value: str, publishers: Iterable[str] = ()) -> list[str]:
    """The people in a field that names authors; no addresses, handles, staffs, agencies, nor the publisher itself."""
    if mailed := MAILED.fullmatch(value.strip()):
        value = mailed["name"]
    value = value[:LONGEST].strip()
    if value.lower() in NOT_NAMES:
        return []
    lead = BY.match(value) or BY_ELSEWHERE.match(value)
    value = OTHERS.sub("", value[lead.end() if lead else 0 :], count=1)
    squeezed = {squeeze(each) for each in publishers} - {""}
    found: list[str] = []
    for listed in re.split(r"\s*[;|]\s*", value):
        parts = [_alone(part) for part in BETWEEN_NAMES.split(listed)]
        shouted = parts[0].isupper() and not parts[-1].isupper()
        if len(parts) == 2 and "," in listed and (shouted or not is_name(parts[0])) and _is_given(parts[1]):
            parts = [f"{parts[1]} {parts[0]}"]  # "Doe, Jane", as libraries have it
        written = [written_name(part) for part in parts]
        kept = [name for name in written if is_name(name)] or [name for name in written[:1] if _is_one(name)]
        found += [name for name in kept if squeeze(name) not in squeezed and name not in found]
    return found[:MOST_NAMES]


def is_name(text: str) -> bool:
    """Whether the words may be a person's name: two to five, capitalised but for particles, none of an office's."""
    words = text.lower().split()
    return NAME.fullmatch(text) is not None and NOT_NAMES.isdisjoint(words) and text.lower() not in AGENCIES


def written_name(name: str) -> str:
    """A name in capitals as it is written elsewhere; a name from an address ("jenny-johnson") as words."""
    name = " ".join(HONORIFIC.sub("", name, count=1).split())
    if re.fullmatch(r"[a-z]+(?:-[a-z]+)+", name):
        return " ".join(name.split("-")).title()
    whole = name.isupper()
    return " ".join(_word(word, first=not index, whole=whole) for index, word in enumerate(name.split(" ")))


def squeeze(name: str) -> str:
    """A name as it is compared: letters and figures only, without an article before it and a domain's end."""
    name = re.sub(
        r"^(?:https?://)?(?:www\.)?|^the\s+|\.(?:com|org|net|co\.uk|de|fr|news)\b.*$", "", name.lower().strip()
    )
    return re.sub(r"[\W_]+", "", name)


def _word(word: str, *, first: bool, whole: bool) -> str:
    """A word of a name without its shouting: "DOE" -> "Doe"; "J.K.", "III" and, without a vowel, "JT" stay."""
    if not word.isupper() or ROMAN.fullmatch(word) or re.search(r"\w\.\w", word):
        return word
    if not first and len(word) > 1 and re.fullmatch(PARTICLE, word, re.I):
        return word.lower()
    if len(word) < 3 and not (whole and re.search(r"[AEIOUY]", word)):
        return word
    return re.sub(r"^(Mc|O['’])(\w)", lambda found: found[1] + found[2].upper(), word.title())


def _alone(part: str) -> str:
    name = HONORIFIC.sub("", AFTER_NAME.sub("", part).strip(" .,:\"'“”"), count=1)
    return re.sub(r" (Jr|Sr)$", r" \1.", name)


def _is_given(part: str) -> bool:
    """Whether it may be what follows a family name: one or two capitalised words, none of an office's."""
    words = part.split()
    return 1 <= len(words) <= 2 and all(map(_is_one, words)) and part.lower() not in AGENCIES


def _is_one(name: str) -> bool:
    """Whether a name that is not of the usual shape may be a person's: "Banksy", "王小明"."""
    words = name.lower().split()
    if not words or len(words) > MOST_NAME_WORDS or not NOT_NAMES.isdisjoint(words) or name.lower() in AGENCIES:
        return False
    return not ADDRESS.search(name) and name[0].isalpha() and (not name[0].islower() or not _has_case(name))


def _has_case(text: str) -> bool:
    return text.lower() != text.upper()
