"""What a page carries around its article (tickers, share buttons, cookie notices...): a text in, the removals out.

Each pattern describes whole lines; a sentence that only mentions copyright or cookies is not one. What is removed is
kept in the change, whose rule names the kind.
"""

import re
from collections.abc import Iterator

from tasks.text.edits import Edit

LONGEST = 600  # characters of a line of furniture
NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|instagram|telegram|messenger|flipboard|youtube|e-?mail)"
)
THING = r"(?:article|story|post|page|piece|column|report|essay|op-ed|interview|video|content)"
INDEX = (
    r"(?:s&p 500|dow(?: 30| jones)?|nasdaq|ftse 100|nikkei 225|hang seng|dax|russell 2000|crude oil|gold|silver"
    r"|bitcoin(?: usd)?|eur/usd|gbp/usd|usd/jpy|10-yr bond|vix|nyse)"
)
RIGHTS = r"all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados"

# kind -> what a line of it begins with (a cheap test) and the whole line, both whatever the case
KINDS: dict[str, tuple[str, ...]] = {
    "remove_ticker": (
        r"u\.?s\.? (?:stock )?markets? (?:(?:open|close)s? in \d.{0,30}|(?:are )?(?:open|closed))\.?",
        rf"(?:{INDEX}(?: futures)?:?\s+[-+]?[\d,.]+%?(?:\s*\(?[-+−][\d.,]+%?\)?){{0,2}}[\s|]*)+",
    ),
    "remove_sharing": (
        rf"(?:share|tweet|like|pin|print|e-?mail|save|copy|bookmark)(?: (?:this|it))?(?: {THING}| link)?[.!:]?",
        rf"(?:share|like|follow|tweet|find|join|visit)(?: (?:this|us|it|the conversation))?(?: {THING})?"
        rf" (?:on|via|at|to) {NETWORK}(?:(?:,? (?:and|or|&) |, ?){NETWORK})*(?: @\w+)?[.!:]?",
        rf"follow [^.?!]{{2,60}} on {NETWORK}(?:[:,]? @?\w+)?\.?",
        r"follow @\w+(?: or [#@]\w+)?(?: on \w+)?(?: for more[^.]{0,60})?\.?",
        r"click to (?:share|e-?mail|print)\b.{0,80}",
        rf"(?:{NETWORK}|share|tweet|print|copy link)(?:[\s|·,/]+(?:{NETWORK}|share|tweet|print|copy link))+\.?",
        r"do you support [^?]{3,60}\? like the page:?",
    ),
    "remove_subscription": (
        r"(?:subscribe|sign up|register)(?: (?:now|today|here|free))?(?: (?:to|for|here)\b[^.?!]{0,120})?[.!]?",
        r"(?:get|receive) (?:our|the|your|all the)[^.?!]{0,80}(?:newsletter|inbox|by e-?mail|alerts)[^.?!]{0,60}[.!]?",
        r"already (?:a )?(?:subscriber|subscribed|registered|a member|have an account)\?.{0,60}",
        r"(?:log|sign) ?(?:in|out)(?: (?:or|/|\|) ?(?:register|sign up|subscribe))?",
        rf"this {THING} is (?:only )?(?:for|available to|reserved for) (?:our )?(?:premium )?"
        r"(?:subscribers|members)(?: only)?\.?",
        r"enter your e-?mail(?: address)?[^.?!]{0,60}[.!:]?",
        r"thank you for (?:subscribing|signing up)[^.?!]{0,60}[.!]?",
    ),
    "remove_navigation": (
        r"skip to (?:main )?(?:content|navigation|article|search|footer)",
        r"(?:back|return|scroll|jump) to (?:the )?top",
        r"(?:main |site )?menu|toggle navigation|breadcrumbs?",
        r"home(?: ?[>»›/|] ?[\w &'’-]{2,40}){1,6}",
        r"(?:read|see|view|show|load) (?:more|less|all|full (?:story|article))(?: [>»›.]+)?[.…]*",
        r"read (?:the rest|more) of the (?:story|article|interview) (?:here|at [^.?!]{2,50})\.?",
        r"read (?:it all|the full (?:story|article)) here\.?",
        r"continue reading(?: (?:the main story|below))?\.{0,3}",
        r"(?:story|article) continues(?: below)?(?: (?:the )?(?:advertisement|ad))?\.?",
        r"scroll (?:down )?(?:to|for) (?:continue|more)(?: reading)?(?: content)?\.?",
        r"(?:advertisement|sponsored(?: content)?|paid (?:post|content))[.:]?",
        r"click here (?:to|for) [^.?!]{2,80}[.!]?",
        r"(?:leave|post|add) a comment|(?:\d+|no|view|show|hide) comments?|comments \(\d+\)",
        rf"(?:next|previous) {THING}|listen to this {THING}|\d+[ -]min(?:ute)?s? read",
        r"(?:full text|abstract|document text|end of document)[.:]",
    ),
    "remove_cookies": (
        r"(?:this|our) (?:web)?site uses cookies(?:\.|,? (?:to|so)\b.{0,300}\b(?:you|your|our)\b.{0,200}|$)",
        r"we (?:and our (?:\d+ )?partners )?use cookies(?:\.| (?:to|for|on)\b| and (?:similar|other)\b).{0,500}",
        r"by (?:continuing|clicking|using|browsing|accepting)\b.{0,160}\bcookies?\b.{0,200}",
        r"(?:accept|reject|allow|decline|manage|customi[sz]e)(?: all)?(?: my)? cookies?(?: settings| preferences)?\.?",
        r"(?:cookie|privacy) (?:policy|settings|preferences|notice|choices)|your privacy (?:choices|matters)",
    ),
    "remove_related": (
        r"[\"“]?(?:related|recommended|trending)"
        rf"(?: (?:articles|stories|news|posts|topics|coverage|links|reading|{THING}))?(?: for you)?:?[\"”]?",
        rf"(?:related|read more|read also|also read|see also|watch also|more)"
        rf"(?: (?:articles|stories|{THING}|on [^:]{{2,40}}))?: .{{3,200}}",
        r"(?:you )?(?:may|might) also (?:like|be interested in)(?: (?:these|this))?:?",
        r"most (?:read|popular|viewed|shared|commented)(?: (?:stories|articles|news|today|now))?:?",
        r"also on [^.?!:]{2,40}:|more (?:from|on|in) (?-i:[A-Z])[^.?!:]{1,60}:?",
        r"more (?:stories|articles|coverage|headlines|videos):?|editors?['’]s? picks:?|top stories[.:]?",
    ),
    "remove_origin": (
        rf"(?:this|the|a version of this) {THING}(?: was| has been)? (?:first |originally )+"
        r"(?:appeared|published|posted|produced|written|reported|aired)\b.*",
        r"(?:first |originally )(?:published|posted|appeared|aired) (?:at|on|in|by) .{2,120}",
        rf"read the original {THING} (?:on|at|in) .{{2,100}}",
        rf"this {THING} (?:is|was) re(?:published|printed) (?:with permission )?(?:from|by|courtesy of) .{{2,200}}",
        r"as published in .{2,80}",
    ),
}
LINE = re.compile(r"[^\n]+")
LONG = 160  # characters: beyond that only notices that begin so
LONG_BEGINS = re.compile(r"(?:this|our|we|by|the|a version|first|originally|as published|read|related|see)\b", re.I)
MAY_BE_A_HEADING = re.compile(r"\w+|(?:recommended|related) (?:reading|links)", re.I)
FURNITURE = tuple((kind, re.compile("|".join(f"(?:{each})" for each in lines), re.I)) for kind, lines in KINDS.items())

# A notice begins with the sign or word and a year, or a name where the sign says that it is one, and runs to the
# line's end; "copyright" in a sentence is followed by neither.
NOTICE = re.compile(
    r"(?:copyright\s*)?(?:©|ⓒ|&copy;)\s*(?:copyright\s*)?(?:by\s+)?(?:\d{4}|(?-i:[A-Z])).*"
    r"|copyright\s*(?:\(c\)\s*)?(?:by\s+)?(?:\d{4}\b[-–,\d ]*[.,]?\s*(?:by\s+)?(?:the\s+)?(?-i:[A-Z(])|\d{4}\.?$).*"
    r"|copyright\s*\(c\).*|\(c\)\s*(?:copyright\s*)?(?:19|20)\d\d\b.*"
    rf"|[^.!?]{{0,100}}\b(?:{RIGHTS})\b\.?",
    re.I,
)
AFTER_SENTENCE = re.compile(r"(?:\A|(?<=[.!?\"”’)|•·])\s+|\s+[|•·]\s+)(?=\S)")
LONGEST_NOTICE = 500
MENTIONS = ("opyright", "OPYRIGHT", "©", "ⓒ", "(c)", "(C)", "ights reserved", "IGHTS RESERVED", "ights Reserved")


def remove_furniture(text: str) -> Iterator[Edit]:
    """Whole lines that belong to the page, each under the name of its kind.

    One word that may as well be a heading ("Email", "Share") counts only beside another line of furniture, and where
    the text begins or ends.
    """
    kinds = [(line, kind_of(line[0].strip())) for line in LINE.finditer(text)]
    for (_, above), (line, kind), (_, below) in zip(
        [(None, "edge"), *kinds], kinds, [*kinds[1:], (None, "edge")], strict=False
    ):
        if kind and (above or below or not MAY_BE_A_HEADING.fullmatch(line[0])):
            yield Edit(kind, line.start(), line.end(), "")


def kind_of(line: str) -> str:
    """The kind of furniture that a line is, "" for a line of the text."""
    if len(line) > LONGEST or (len(line) > LONG and not LONG_BEGINS.match(line)):
        return ""
    return next((kind for kind, pattern in FURNITURE if pattern.fullmatch(line)), "")


def remove_copyright(text: str) -> Iterator[Edit]:
    """Copyright notices: a line, or what follows the last sentence of one."""
    for line in LINE.finditer(text):
        if any(mention in line[0] for mention in MENTIONS):
            start = _notice(line[0])
            if start is not None:
                yield Edit("remove_copyright", line.start() + start, line.end(), "")


def _notice(line: str) -> int | None:
    """Where the notice begins that ends the line."""
    from_end = max(0, len(line) - LONGEST_NOTICE)
    for sentence in AFTER_SENTENCE.finditer(line, from_end):
        if NOTICE.fullmatch(line, sentence.end()):
            return sentence.start()
    return None
