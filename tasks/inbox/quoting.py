"""The text of a mail in, what its sender wrote in it out: without earlier mails, signatures and the list's footer."""

import re
from collections.abc import Sequence

QUOTE = re.compile(r"[ \t]?(?:>|\|(?=[ \t]?[>|]))")
QUOTED = re.compile(r"((?:>[ ]?)*)(.*)", re.S)
WROTE = re.compile(
    r"(?:wrote|writes|said|a écrit|schrieb|escribió|escreveu|ha scritto|schreef|skrev|kirjoitti|napisał|пишет|написал)"
    r"[^:\n]{0,60}:\s*$",
    re.I,
)
WROTE_BEGINS = re.compile(
    r"(?:on|le|am|el|em|il|op|den|w dniu)\s.{0,60}\d|.{0,40}\d{4}.{0,40}@|.{1,60}<[^<>\s]+@", re.I
)
ORIGINAL = re.compile(
    r"-{3,}\s*(?:original message|original appointment|reply message|message d'origine|message original|"
    r"ursprüngliche nachricht|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht)\s*-{3,}$",
    re.I,
)
HEADS = (
    r"(?:from|von|de|da|van|från|fra|od)",
    r"(?:sent|date|gesendet|datum|envoyé|enviado( el)?|inviato|verzonden|skickat)",
    r"(?:to|an|à|para|a|aan|till|til|do)",
    r"(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat)",
)
HEAD = re.compile(rf"\*?(?:{'|'.join(HEADS)})\s?:\*?\s\S", re.I)
HEAD_BEGINS = re.compile(rf"\*?{HEADS[0]}\s?:\*?\s\S", re.I)
RULE = re.compile(r"[_-]{5,}$")
FORWARDED = re.compile(r"(?:re:\s*)*(?:fwd?|wg|tr|rv|doorst|enc|i):", re.I)
FORWARDS = re.compile(
    r"(?:-{3,} ?)?(?:begin )?(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado"
    r"|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht)\b ?[:-]",
    re.I,
)
SENT_FROM = re.compile(
    r"(?:sent|get|envoyé|gesendet|von meinem|enviado) (?:from|depuis|de(?:sde)?|von|iphone)?\b.{0,60}$", re.I
)
DEVICE = re.compile(r"iphone|ipad|android|samsung|galaxy|blackberry|outlook for|mobile|windows phone|yahoo mail", re.I)
LIST_WORDS = re.compile(
    r"mailing list|listinfo|unsubscribe|to manage your subscription|you received this message because", re.I
)
MANY_BLANKS = re.compile(r"\n{3,}")
SIGNATURE = 12  # lines that may stand below "-- ": more is no signature
FOOTER = 10


def own_words(text: str, subject: str = "", answers: bool = False) -> str:
    """The text without the mails it answers, its signature, and what the mailing list put below.

    subject: one that begins "Fwd:" says that the mail is there for what it forwards: that is kept. answers: whether
    its headers name a mail that it answers; lines with ">" in one that answers nothing are a quotation like any other.
    What would leave nothing leaves everything: a mail that is all quotation is read as that.
    """
    lines = [line.rstrip() if line != "-- " else line for line in text.replace("\r\n", "\n").split("\n")]
    lines = [line[1:] if line.startswith(">From ") else line for line in lines]
    kept = _without_footer(lines)
    if not FORWARDED.match(subject):
        kept = _without_tail(kept)
        if answers or subject.lower().startswith("re:") or _attributions(kept):
            kept = _without_quotes(kept)
    kept = _without_signature(kept)
    found = MANY_BLANKS.sub("\n\n", "\n".join(kept)).strip("\n")
    return found if found.strip() else "\n".join(lines).strip("\n")


def joined(text: str, delete_space: bool = False) -> str:
    """Flowed text (RFC 3676) with its lines joined: a space at a line's end says that the paragraph goes on.

    delete_space: that the space itself is no part of the text (`DelSp=yes`), as for languages without spaces.
    """
    out: list[tuple[str, str]] = []
    flows = False
    for line in text.replace("\r\n", "\n").split("\n"):
        marks, rest = _depth(line)
        goes_on = rest.endswith(" ") and rest != "-- "
        rest = rest[:-1] if goes_on and delete_space else rest
        if flows and rest != "-- " and out[-1][0] == marks:
            out[-1] = (marks, out[-1][1] + rest)
        else:
            out.append((marks, rest))
        flows = goes_on
    return "\n".join(f"{marks} {rest}" if marks else rest for marks, rest in out)


def _depth(line: str) -> tuple[str, str]:
    """The quotation marks of a flowed line, and its text without the space that keeps it from being one."""
    rest = line.lstrip(">")
    return line[: len(line) - len(rest)], rest.removeprefix(" ")


def _is_quote(line: str) -> bool:
    return bool(QUOTE.match(line))


def _attributions(lines: Sequence[str]) -> dict[int, int]:
    """Where lines such as "On Tuesday Jane Doe wrote:" stand before a quotation: their first and last lines."""
    found: dict[int, int] = {}
    for at, line in enumerate(lines):
        if not line.endswith(":") or not WROTE.search(line) or _is_quote(line):
            continue
        below = next((each for each in lines[at + 1 : at + 3] if each.strip()), "")
        begins = next((up for up in range(at, max(-1, at - 3), -1) if WROTE_BEGINS.match(lines[up].strip())), at)
        if _is_quote(below) and (begins != at or WROTE_BEGINS.match(line.strip()) or len(line) < 60):
            found[begins] = at
    return found


def _without_quotes(lines: Sequence[str]) -> list[str]:
    """Without the quoted lines and the lines that say whose they are; what stands between them is the answer."""
    attributions = _attributions(lines)
    left_out = {at for first, last in attributions.items() for at in range(first, last + 1)}
    return ["" if at in left_out or _is_quote(line) else line for at, line in enumerate(lines)]


def _without_tail(lines: Sequence[str]) -> list[str]:
    """Up to where a mail program put the earlier mail whole, under a line or its headers."""
    words_above = False
    for at, line in enumerate(lines):
        if ORIGINAL.match(line.strip()) or (words_above and _heads(lines[at : at + 6])):
            above = list(lines[:at])
            while above and (not above[-1].strip() or RULE.match(above[-1].strip())):
                above.pop()
            return above or list(lines)
        words_above = words_above or bool(line.strip())
    return list(lines)


def _heads(lines: Sequence[str]) -> bool:
    """Whether a block of headers begins here: "From:" and at least two of the others right below it."""
    if not HEAD_BEGINS.match(lines[0]):
        return False
    block = lines[1:6]
    block = block[: next((at for at, line in enumerate(block) if not line.strip()), len(block))]
    return sum(bool(HEAD.match(line)) for line in block) >= 2


def _without_signature(lines: Sequence[str]) -> list[str]:
    """Without what stands below a line "-- " to the end, and without what a telephone says of itself.

    The end is that of one mail: what is forwarded below a signature is no part of it.
    """
    kept = list(lines)
    end: int | None = len(kept)
    for at in range(len(kept) - 1, -1, -1):
        if FORWARDS.match(kept[at]) or ORIGINAL.match(kept[at]) or HEAD_BEGINS.match(kept[at]):
            end = at
        elif end is not None and (kept[at] == "-- " or (kept[at] == "--" and end - at <= SIGNATURE // 2)):
            if sum(bool(line.strip()) for line in kept[at + 1 : end]) <= SIGNATURE:
                del kept[at:end]
            end = None
    while kept and not kept[-1].strip():
        kept.pop()
    if kept and SENT_FROM.match(kept[-1].strip()) and DEVICE.search(kept[-1]):
        kept.pop()
    return kept


def _without_footer(lines: Sequence[str]) -> list[str]:
    """Without the lines that a mailing list adds: at the end, under a rule, and about the list."""
    for at in range(max(0, len(lines) - FOOTER), len(lines)):
        if RULE.match(lines[at].strip()) and LIST_WORDS.search(" ".join(lines[at:])):
            return list(lines[:at])
    return list(lines)
