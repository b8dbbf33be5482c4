"""A line in, whether it is a title, and the title without the site's name and what else stands around it, out."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from tasks.text.bylines import is_name, squeeze
from tasks.text.captions import is_caption
from tasks.text.shapes import is_list

LONGEST_TITLE = 200  # characters
MOST_TITLE_WORDS = 30
STOPPED_TITLE_WORDS = 22  # the same for a title that ends with a full stop
MOST_SEGMENTS = 3  # of a page's title that name the site and its parts

# What stands above the title of a release or in a template: neither it nor the text.
LETTERHEAD = re.compile(
    r"(?:(?:media|news|press) (?:release|statement|conference)|for (?:the )?(?:press|media|immediate release)|embargo"
    r"|(?:prime|deputy|shadow|federal|state|foreign|assistant|acting) ?minister|minister for|attorney-general|treasurer"
    r"|(?:senator )?(?:the )?(?:rt\.? )?hon\b|senator|parliament house|issued by|transcript|statement|speech|e ?& ?o ?e"
    r"|leader of|shadow|commonwealth|department of|office of|(?:mobile|phone|tel|fax|contact|ref|no)\b[.:]?"
    r"|subjects?(?:/s|\(s\))?:|from the (?:prime )?minister|member for|[(\[]?check against delivery|www\.\S+$"
    r"|https?:\S+$|\S+@\S+$|.*\b\d{4} \d{4}\b|.{0,60}\b(?:mp|mhr|qc|am)$|.{0,60}\bmp (?:shadow )?minister|links$"
    r"|unclassified$|\W*$|[\d/ .:-]+$|(?:.{0,20} )?page \d+(?: of \d+)?$|(?-i:[A-Z]{0,4}) ?\d+(?:/\d+)?$)",
    re.I,
)
DATELINE = re.compile(
    r"[A-Z][A-Z.,' -]{2,40}(?: \([A-Z][\w ]+\))? ?(?:--?|–|—) |[A-Z][\w.,' ]{2,40} \([A-Z]\w+\) ?[-–—]"
)
# What a text begins with that has no title: it is said or written to somebody, or a note.
ADDRESSED = re.compile(
    r"(?:(?:editor['’]s )?note|n\.?b\.?|correction|clarification):"
    r"|(?:dear|to whom|hello|hi|hey|greetings|good (?:morning|afternoon|evening|day)|ladies and gentlemen|thanks?\b"
    r"|m(?:r|adam|me)s?\.? (?:speaker|president|chair\w*|secretary)\b(?=[,:;.]| [IiwW]\b)"
    r"|my (?:fellow|dear|friends|lords)|fellow|friends,|sir,|lieber?|sehr geehrte|chers?|chère|estimad[oa]s?|gentile"
    r"|drodzy|уважаемы)\b",
    re.I,
)
SPEAKER = re.compile(
    r"(?:(?:[A-Z]\.? ?|[A-Z][A-Z.'’-]+ ){1,3}[A-Z][A-Z'’-]+|JOURNALIST|INTERVIEWER|QUESTION|REPORTER|HOST|PRESENTER|PM"
    r"|COMPERE|[QA]): +(?=\S*[a-z])"
)
SPACED = re.compile(r"(?:\b[^\W\d_] ){4}")  # P A R L I A M E N T
WORD = re.compile(r"[A-Za-z]{3}")
# A full stop ends a title in some archives; behind one of these it ends a sentence.
SENTENCE = re.compile(
    r"(?:the|an?|it|its|he|she|they|we|i|you|there|this|these|that|those|my|our|his|her|but|and)\b", re.I
)
SECTIONS = (
    "opinions?|analysis|editorial|politics|world|business|sports?|features?|reviews?|interview|letters?|obituar(?:y|ies)"
    "|comment(?:ary)?|columns?|columnists?|op-ed|perspectives?|culture|science|technology|tech|health|education|local"
    "|national|international|europe|asia|africa|economy|markets|finance|environment|travel|style|arts|books|media"
    "|(?:world|local|us|u\\.s\\.|uk|business|sports|political) news|meinung|kommentar|analyse|politik|wirtschaft"
    "|kultur|gesellschaft|panorama|tribune|éditorial|politique|monde|économie|opinión|política|economía|mundo|opinião|economia"
    "|politica|cronaca|editoriale|opinie"
)
SECTION = re.compile(rf"(?P<name>{SECTIONS})\s*:?", re.I)
KICKER = re.compile(
    r"(?:exclusive|breaking(?: news)?|just in|developing|live(?: updates?| blog)?|updated?|news(?: analysis)?|watch"
    r"|video|photos?|gallery|podcast|explainer|fact[- ]check|special report|long ?read|first on \w+|sponsored|premium"
    rf"|subscriber(?:s)? only|exklusiv|eilmeldung|exclusif|exclusivo|esclusiva|{SECTIONS})\s*[:!|]?",
    re.I,
)
RULE = re.compile(r"[=~*_#+-]{3,}")
HEADING_MARKS = re.compile(r"^(?:(={1,6})\s*(.+?)\s*\1|#{1,6}\s+(.+?)\s*#*|\*\*(.+?)\*\*|'''(.+?)''')$")
INNER_STOP = re.compile(r"[.!?][\"”’]? +(?=[\"“‘A-Z])")
ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|vs|No|U\.S|U\.N|U\.K))\.$")

SEPARATOR = re.compile(r"\s+(?:[|·•»›«–—-]|::|-{2})\s+|\s*\|\s*")
# Names that papers have: the last word, or the one after the article.
PAPER = (
    "News|Times|Post|Herald|Tribune|Guardian|Journal|Gazette|Telegraph|Independent|Observer|Chronicle|Standard|Mirror"
    "|Express|Examiner|Inquirer|Globe|Mail|Magazine|Weekly|Daily|Today|Courier|Dispatch|Sentinel|Register|Republic"
    "|Monitor|Bulletin|Zeitung|Tageblatt|Nachrichten|Monde|Presse|Press|Wire"
)
SITE = re.compile(
    rf"(?:(?:The |[A-Z][\w.&'’-]* ){{1,4}}(?:{PAPER})|The (?:Daily )[A-Z]\w+|Daily [A-Z]\w+"
    r"|(?:CNN|BBC|NPR|PBS|ABC|CBS|NBC|MSNBC|CNBC|Fox|Sky)(?: \w+)?|Reuters|Bloomberg|Politico|POLITICO|Breitbart"
    r"|HuffPost|Axios|Vox|Slate|Wikipedia(?:, .+)?|Der Spiegel|DER SPIEGEL|Le Figaro|El País|AP News|USA TODAY|Medium"
    r"|(?:www\.)?[\w-]+\.(?:com|org|net|gov|co\.uk|de|fr|es|it|eu|info|news|tv|io))"
)


def is_title(text: str, following: Sequence[str], slug: str = "") -> bool:
    """Whether a first paragraph is a title: short, without a full stop or much shorter than what follows."""
    if not 2 <= len(text) <= LONGEST_TITLE or len(text.split()) > MOST_TITLE_WORDS or not following:
        return False
    if _agrees(text, slug) or (RULE.fullmatch(following[0]) and any(map(str.isalpha, text))):
        return True
    if is_letterhead(text) or ADDRESSED.match(text) or is_list(text) or "\n" in text:
        return False
    if SPEAKER.match(text) or (text.isascii() and not WORD.search(text)):
        return False
    if is_name(text) and is_letterhead(following[0]):
        return False  # who speaks, above his office
    if not any(map(str.isalpha, text)) or DATELINE.match(text) or is_caption(text) or text.endswith((":", ",")):
        return False
    if any(not ABBREVIATION.search(text[: stop.start() + 1]) for stop in INNER_STOP.finditer(text)):
        return False  # two sentences
    if not re.search(r"[.。][\"”’')]?$", text) or ABBREVIATION.search(text):
        return True
    short = len(text.split()) <= STOPPED_TITLE_WORDS and max(map(len, following)) > len(text) * 1.5
    return short and not SENTENCE.match(text)


def is_letterhead(text: str) -> bool:
    """Whether a line belongs to what stands above the title: an office, its address, a number, a word of warning."""
    return bool(LETTERHEAD.match(text) or SPACED.search(text))


def clean_title(text: str) -> str:
    """A title without the marks of a heading and the full stop or semicolon that an archive put behind it.

    Cut at a word if it is long.
    """
    text = " ".join(text.split()).rstrip(";")
    if marked := HEADING_MARKS.match(text):
        text = next(filter(None, marked.groups()[1:]))
    if text.endswith(".") and not text.endswith("..") and not ABBREVIATION.search(text):
        text = text[:-1]
    if len(text) <= LONGEST_TITLE:
        return text
    return text[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def without_site(title: str, names: Iterable[str] = (), lines: Iterable[str] = ()) -> str:
    """A page's title without its site's name ("Talks end | The Daily Planet" -> "Talks end"); "" if it is only that.

    names: what else is known of the site: its publisher, its address, the section. lines: the text's first lines: what
    stands there alone is the title, whatever follows it. Nothing is cut that may be the title's own words.
    """
    known = {squeeze(name) for name in names} | {site_of(name) for name in names}
    known.discard("")
    if squeeze(title) in known:
        return ""
    heads = {line.casefold() for line in lines}
    for cut in range(MOST_SEGMENTS):
        parts = list(SEPARATOR.finditer(title))
        if not parts:
            break
        head, tail = title[: parts[-1].start()], title[parts[-1].end() :]
        first, rest = title[: parts[0].start()], title[parts[0].end() :]
        certain = SITE.fullmatch(tail) or (cut and SECTION.fullmatch(tail))  # a section stands before the site only
        if head.casefold() in heads or _is_site(tail, known) or (certain and _is_whole(head)):
            title = head
        elif _is_site(first, known) and _is_whole(rest):
            title = rest
        else:
            break
    return title


def site_of(address: str) -> str:
    """The name in a web address as it is compared ("https://www.dailyplanet.com/x" -> "dailyplanet"); "" for none."""
    host = urlsplit(address).hostname if address.startswith(("http://", "https://")) else ""
    labels = [label for label in (host or "").split(".") if label not in ("www", "m", "amp", "news", "co", "com")]
    return labels[-2] if len(labels) > 1 else labels[0] if labels else ""


def _is_site(segment: str, known: set[str]) -> bool:
    """Whether a segment is a known name, or begins with one of a fair length ("BBC News" for "BBC")."""
    squeezed = squeeze(segment)
    return squeezed in known or any(
        len(name) >= 3 and len(segment.split()) <= 4 and squeeze(segment.split(" ")[0]) == name for name in known
    )


def _is_whole(title: str) -> bool:
    """Whether what is left is a title by itself: two words at least."""
    return len(title.split()) > 1 or not title.isascii()


def _agrees(text: str, slug: str) -> bool:
    """Whether most words of the file's name stand at the head of the text: names are cut, titles are not."""
    named, written = re.findall(r"\w+", slug.lower()), re.findall(r"\w+", text.lower())
    shared = sum(word in written[: len(named) + 3] for word in named[:-1])
    return len(named) > 3 and shared >= 0.75 * (len(named) - 1)
