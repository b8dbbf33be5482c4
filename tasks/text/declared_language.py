"""What a format says its text is written in ("en-GB", "eng", "Deutsch", "de_DE") in, the ISO 639-1 code out."""

import re
from collections.abc import Iterable

from tasks.records import MetadataField

FIELDS = (
    "language",
    "lang",
    "inlanguage",
    "dc.language",
    "dcterms.language",
    "content-language",
    "og:locale",
    "locale",
)

# The code, its ISO 639-2 codes, its names in English and in the language itself.
NAMED = """
af afr afrikaans|am amh amharic|ar ara arabic العربية|az aze azerbaijani azərbaycanca|be bel belarusian беларуская
bg bul bulgarian български|bn ben bengali bangla বাংলা|bs bos bosnian bosanski|ca cat catalan català
cs cze ces czech čeština česky|cy wel cym welsh cymraeg|da dan danish dansk|de ger deu german deutsch
el gre ell greek ελληνικά|en eng english|eo epo esperanto|es spa spanish castilian español castellano
et est estonian eesti|eu baq eus basque euskara|fa per fas persian farsi فارسی|fi fin finnish suomi
fr fre fra french français|ga gle irish gaeilge|gd gla|gl glg galician galego|gu guj gujarati|ha hau hausa
he iw heb hebrew עברית|hi hin hindi हिन्दी|hr hrv croatian hrvatski|hu hun hungarian magyar|hy arm hye armenian
id in ind indonesian|is ice isl icelandic íslenska|it ita italian italiano|ja jpn japanese 日本語
ka geo kat georgian|kk kaz kazakh|km khm khmer|kn kan kannada|ko kor korean 한국어|ku kur kurdish|ky kir kyrgyz
la lat latin|lb ltz luxembourgish|lo lao|lt lit lithuanian lietuvių|lv lav latvian latviešu|mk mac mkd macedonian
ml mal malayalam|mn mon mongolian|mr mar marathi|ms may msa malay|mt mlt maltese|my bur mya burmese|ne nep nepali
nl dut nld dutch flemish nederlands|nn nno nynorsk|no nb nor nob norwegian norsk bokmål|or ori odia|pa pan punjabi
pl pol polish polski|ps pus pashto|pt por portuguese português|ro mo rum ron romanian moldovan română
ru rus russian русский|rw kin kinyarwanda|si sin sinhala|sk slo slk slovak slovenčina|sl slv slovenian slovenščina
so som somali|sq alb sqi albanian shqip|sr srp serbian српски srpski|sv swe swedish svenska|sw swa swahili kiswahili
ta tam tamil தமிழ்|te tel telugu|tg tgk tajik|th tha thai ไทย|tl fil tgl tagalog filipino|tr tur turkish türkçe
uk ukr ukrainian українська|ur urd urdu اردو|uz uzb uzbek|vi vie vietnamese tiếng|xh xho xhosa|yo yor yoruba
zh chi zho cmn yue chinese mandarin cantonese 中文 汉语 漢語|zu zul zulu
"""
CODES = {name: words[0] for words in map(str.split, NAMED.replace("\n", "|").split("|")) for name in words}
BETWEEN = re.compile(r"[,;/&]|\band\b")
WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0dff]+[^\W\d_]*)*")


def declared_language(fields: Iterable[MetadataField]) -> str:
    """The ISO 639-1 code of the first of a text's fields that names one language; "" where none does.

    Two languages in one field ("English and French") say nothing of which of them the text is in.
    """
    given = list(fields)
    for name in FIELDS:
        codes = [code_of(each.value) for each in given if each.name == name]
        if any(codes):
            return codes[0] if len(set(codes)) == 1 else ""
    return ""


def code_of(written: str) -> str:
    """The code of the one language that a tag or a name means ("en,en-US" too); "" for none and for two."""
    codes = {_code(part) for part in BETWEEN.split(written.lower())} - {""}
    return codes.pop() if len(codes) == 1 else ""


def _code(part: str) -> str:
    """The code of a name anywhere ("American English") or of a code at the head ("en-GB"; "in the end" is neither)."""
    words = WORD.findall(part)
    named = [CODES[word] for word in words if word in CODES and (len(word) > 3 or not word.isascii())]
    return named[0] if named else CODES.get(words[0], "") if words else ""
