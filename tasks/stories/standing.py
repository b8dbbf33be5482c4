"""A sentence in, whether it can stand alone out: whole, told by the paper, with nothing before it that it leans on."""

import re

FEWEST_WORDS, MOST_WORDS = 8, 45
SHOUTED = 0.7  # share of the letters in capitals

# What leans on a sentence before it, where it stands at the head: pronouns, connectives, and "the ruling".
_PERSONS = "he she him his her hers himself herself they them their theirs"
_LEANING_WORDS = f"""
{_PERSONS} it its itself this that these those such i me my mine we us our ours you your yours but and or so yet nor
however meanwhile moreover furthermore still also then thus therefore hence instead nevertheless nonetheless besides
otherwise likewise similarly indeed again too either neither both another others here there because which who whose
whom except rather finally secondly thirdly lastly consequently accordingly conversely plus well oh yes no not maybe
perhaps sure now elsewhere later earlier afterwards asked first second third
"""
_LEANING_PHRASES = """
of course; in addition; in contrast; by contrast; in turn; in fact; in other words; in response; in short; in all
in that; in this; in those; as a result; as such; as well; as for; on the other; on top of; for example; for instance
for one; for his; for her; for its; for their; for all; for that; at the same time; at that; at this; at the time
even so; even then; even that; even though; after all; after that; after this; until then; since then; by then; by that
with that; with this; with his; with her; to that; to this; to be sure; that said; what's more; what is more
more than that; one of them; one of those; some of them; some of those; most of them; most of those; all of them
all of this; all of that; none of them; none of this; none of that; each of them; each of those; the same; the former
the latter; the two; the three; the pair; the other; the others; the move; the ruling; the decision; the comment
the comments; the remark; the remarks; the statement; the latest; a second; a third; according to him
according to her; according to them; according to it
"""
_LEANING = "|".join(_LEANING_WORDS.split() + [each.strip() for each in re.split(r"[;\n]", _LEANING_PHRASES.strip())])
_OPENING = re.compile(rf"[\W_]*(?:{_LEANING})\b", re.I)
_PRONOUN = re.compile(rf"\b(?:{'|'.join(_PERSONS.split())})\b", re.I)
_ONE_PERSON = frozenset(["he", "she", "him", "his", "her", "hers", "himself", "herself"])
_NAME = re.compile(r"[A-Z][\w.’'-]*[^\W\d_]")
# A sentence that begins so has its subject behind the first comma, and what is named before it is a place or a day.
_ADVERBIAL = re.compile(
    r"(?:in|at|on|during|from|to|by|with|despite|for|of|under|over|without|given|unlike|like|about|among|amid|through"
    r"|throughout|until|since|after|before|following|[a-z]+ing)\b",
    re.I,
)
_CONJUNCTION = re.compile(r"(?:when|while|as|if|although|though|once|where|what|how|until|since|after|before)\b", re.I)
_MANY = re.compile(
    r"(?:critics|supporters|aides|officials|voters|republicans|democrats|polls|analysts|experts|sources|reporters"
    r"|advisers|allies|lawmakers|opponents|some|many|most|the|a|an)\b",
    re.I,
)
_ADDING = re.compile(r"\W*(?:\S+\s+){1,6}(?:also|too|however|meanwhile|instead|nevertheless|therefore|then)\b", re.I)
_TELLER = re.compile(r"\b(?:I|me|my|mine|we|us|our|ours|you|your|yours)\b(?!\.)(?:['’](?:m|ve|d|ll|re))?", re.I)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“")
_END = re.compile(r"[.!…。！][\"”’)\]»]*$")
_WORD = re.compile(r"\w[\w'’.-]*")
# What belongs to the page: who wrote it, where to click, whose it is.
_PAGE = re.compile(
    r"\b(?:contributed (?:to this|reporting)|this (?:article|story|post|report|piece) (?:was|has|is|originally|first)"
    r"|associated press writers?|(?:staff|press) writers?\b|all rights reserved|copyright|sign up|subscribe"
    r"|click (?:here|on)|read (?:more|the full)|follow (?:us|him|her|me)\b|follow .{0,60}\bon (?:twitter|facebook)"
    r"|photo(?:graph)?s? by|getty images|editor['’]s note|correction:|updated? (?:at|with)|newsletter"
    r"|watch (?:the|below|above)|(?:video|seen?|shown|pictured|embedded) (?:below|above)|is the author of"
    r"|is an? (?:columnist|contributor|contributing|fellow|professor|senior)|can be reached|e-?mail (?:him|her|us)"
    r"|cookies?|privacy policy|terms of (?:use|service))"
    r"|https?:|www\.|\S@\S|(?<!\w)[@#]\w|©|\|",
    re.I,
)


def stands_alone(sentence: str, before: str = "") -> bool:
    """Tell whether a sentence can be read by itself. before: what stands before it in its paragraph.

    Refused are those of under 8 or over 45 words, that do not end with a full stop, ask, or are in capitals; that have
    half a quotation, stand inside one or are one; that begin with a pronoun or a connective, or have a pronoun for
    somebody not named before it; that say "I", "we" or "you" outside quotation marks; and what belongs to the page.
    The rules are for English; of other languages only those on length, marks and quotations have an effect.
    """
    words = _WORD.findall(sentence)
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or not _END.search(sentence):
        return False
    if shouted(sentence) or not _begins(sentence):
        return False
    if _open(before) or _open(sentence) or not _balanced(sentence):
        return False
    told = _QUOTED.sub(" “” ", sentence)
    if len(_WORD.findall(told)) < 3 or _ADDING.match(told) or _TELLER.search(told) or _PAGE.search(sentence):
        return False
    opening = _OPENING.match(sentence)
    # Somebody may speak of himself if he is named.
    spoken = _TELLER.fullmatch(opening.group().lstrip('“"')) and _NAME.search(told) if opening else None
    return (opening is None or spoken is not None) and not _leans(told)


def shouted(text: str) -> bool:
    """Tell whether a title or a sentence is in capitals; one without letters is not."""
    letters = [each for each in text if each.isalpha()]
    return sum(map(str.isupper, letters)) > SHOUTED * len(letters)


def _begins(sentence: str) -> bool:
    """Whether it begins as a sentence does, and not in the middle or with the sign of a list."""
    first = sentence.lstrip("\"“‘'«„([")[:1]
    return bool(first) and not first.islower() and first.isalnum()


def _open(text: str) -> bool:
    """Whether a quotation has been begun and not ended."""
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”") or text.count("«") > text.count("»")


def _balanced(sentence: str) -> bool:
    return (
        sentence.count("“") == sentence.count("”")
        and sentence.count("(") == sentence.count(")")
        and sentence.count("[") == sentence.count("]")
    )


def _leans(told: str) -> bool:
    """Whether its first pronoun for a person stands for somebody who is not named before it in the sentence."""
    pronoun = _PRONOUN.search(told)
    if pronoun is None:
        return False
    head = told[: pronoun.start()].lstrip(" “”")
    first, _, rest = head.partition(" ")
    if _ADVERBIAL.match(head) and head.rstrip().endswith(",") and not _CONJUNCTION.match(head):
        return True
    if _NAME.search(rest):
        return False
    if _CONJUNCTION.match(first) or _ADVERBIAL.match(first) or not first:
        return True
    return pronoun.group().lower() in _ONE_PERSON and _MANY.match(first) is not None
