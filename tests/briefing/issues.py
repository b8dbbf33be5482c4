"""Made-up issues for the tests of the briefing: invented names, words and files only."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tasks.records import (
    BriefedChange,
    BriefedDocument,
    BriefedEntity,
    BriefedPair,
    BriefedPeriod,
    BriefedRejection,
    BriefedRelation,
    BriefedWord,
    Briefing,
    Issue,
    Kind,
    Share,
    Summary,
)

from .told import countries, figures, measures, phrases, quotes, stories, timeline, told_in, trends

START = date(2016, 9, 26)
PUBLISHERS = ("Northern Courier", "Harbour Gazette", "Vale and Fen Observer", "Eastmark Wire")
TITLES = (
    "Harbour board puts off the second ferry until spring",
    "Ferry timetable changes after storm damage to the Eastmark pier",
    "Council of Velmora votes for a tidal barrier by nine to four",
    "Fishermen’s union asks for a longer herring season",
    "Tidal barrier: what the engineers found under the old quay",
    "Sorvania and Velmora sign a pilotage agreement",
    "Lindqvist: “no ferry, no budget”",
    "Storm of the week: twelve boats lost their moorings",
    "Prices at the herring auction fall for the third week running",
    "Pilots return to work after two days",
    "A museum for the lightship Aurelia",
    "Letters: the barrier and the birds",
)
PEOPLE = (
    "Mara Lindqvist",
    "Tomas Ardelean",
    "Oyelaran Beck",
    "Ines Quarrie",
    "Pavel Sund",
    "Greta Holloway-Marsh",
    "Dov Arkin",
)
BODIES = (
    "Harbour Board",
    "Velmora Council",
    "Fishermen’s Union",
    "Eastmark Pilots’ Association",
    "Institute for Tides and Coasts",
)
COUNTRIES = (("Sorvania", "XA"), ("Velmora", "XB"), ("Norland", "XC"))
TOWNS = ("Eastmark", "Old Quay", "Fenwick Sound", "Port Aurelia")
TERMS = (
    "ferry",
    "barrier",
    "tidal",
    "herring",
    "quay",
    "pilotage",
    "moorings",
    "auction",
    "lightship",
    "pier",
    "harbour",
    "storm",
    "pilots",
    "union",
    "season",
    "engineers",
)


def issue(number: int = 7, start: date = START) -> Issue:
    """A weekly issue."""
    week = start.isocalendar()
    return Issue(
        number=number,
        name=f"{week.year}-W{week.week:02d}",
        cadence="weekly",
        start=start,
        end=start + timedelta(days=6),
        timezone="Europe/London",
        snapshot=412,
        printed=datetime(2016, 10, 3, 6, 0, tzinfo=UTC),
        version="0.1.0",
    )


def document(number: int, title: str, publisher: str = "Northern Courier") -> BriefedDocument:
    """One document of the week."""
    return BriefedDocument(
        number=number,
        id=f"{number:016x}",
        title=title,
        byline=("Ines Quarrie",) if number % 3 else ("Pavel Sund", "Dov Arkin"),
        publisher=publisher,
        published=(START + timedelta(days=number % 7)).isoformat(),
        language="en" if number % 11 else "de",
        words=180 + 37 * number % 900,
        source=f"courier/2016/09/{number:04d}-{title.lower()[:24].replace(' ', '-').replace('/', '')}.txt",
    )


def _word(place: int, term: str, documents: int) -> BriefedWord:
    count = 44 - 2 * place
    return BriefedWord(
        term=term,
        count=count,
        documents=max(1, min(documents, 9 - place // 2)),
        keyness=412.6 / (1 + place * 0.45),
        log_ratio=7.2 - place * 0.31,
        trend=(place % 4, 3, 5 + place % 3, 2, 8, 6, count),
        sentence=f"Nobody at the meeting wanted to say what would become of the {term} if the money for the work on "
        "the far side of the harbour were not found before the end of the year, and nobody was asked.",
        document=f"{1 + place % max(documents, 1):016x}",
    )


def _entity(place: int, kind: Kind, name: str, documents: int, country: str = "") -> BriefedEntity:
    mentions = max(1, 21 - 3 * place + len(name) % 4)
    sentence = f"It was left to {name} to say that the vote had been put off once more, for want of a second opinion."
    return BriefedEntity(
        id=f"country:{country}" if country else f"{kind.lower()}:{name.lower().replace(' ', '-')}",
        name=name,
        kind=kind,
        aliases=(name.split()[-1], f"the {name}") if " " in name else (),
        mentions=mentions,
        documents=max(1, min(documents, 7 - place)),
        country=country,
        first_issue=place % 3 == 2,
        trend=(0, place, 2, 4, place % 2, 6, mentions),
        sentence=sentence,
        document=f"{1 + place % max(documents, 1):016x}",
    )


def entities(documents: int) -> tuple[BriefedEntity, ...]:
    """People, bodies, countries and towns."""
    return (
        *(_entity(place, "PERSON", name, documents) for place, name in enumerate(PEOPLE)),
        *(_entity(place, "ORG", name, documents) for place, name in enumerate(BODIES)),
        *(_entity(place, "GPE", name, documents, code) for place, (name, code) in enumerate(COUNTRIES)),
        *(_entity(place, "GPE", name, documents) for place, name in enumerate(TOWNS)),
        _entity(2, "NORP", "Lutheran", documents),
    )


def week() -> Briefing:
    """A normal week with six weeks of history."""
    arrived = tuple(document(n, title, PUBLISHERS[n * n % 4]) for n, title in enumerate(TITLES, 1))
    told = stories(arrived)
    documents = told_in(arrived, told)
    named = entities(len(documents))
    counts = (8, 11, 7, 9, 14, 9)
    periods = tuple(
        BriefedPeriod(f"2016-W{33 + place}", START - timedelta(weeks=6 - place), count, 500 * count)
        for place, count in enumerate(counts)
    )
    relations = (
        BriefedRelation(
            "f" * 16,
            "courier/again/0001 copy.txt",
            documents[0].id,
            documents[0].source,
            "exact",
            "same text",
            1.0,
            1.0,
            "the same text after repair",
        ),
        BriefedRelation(
            documents[6].id,
            documents[6].source,
            "e" * 16,
            "courier/2016/09/lindqvist.txt",
            "revision",
            "the same title and publisher",
            0.71,
            0.88,
            "the same title and publisher; 3 words differ",
            (BriefedChange("The minister said on", "Monday", "Tuesday that", "no ferry would mean no budget"),),
        ),
        BriefedRelation(
            documents[8].id,
            documents[8].source,
            "d" * 16,
            "gazette/2016/08/auction.txt",
            "templated",
            "figures replaced",
            0.43,
            0.62,
            "same form with other figures, three weeks running",
        ),
    )
    return Briefing(
        issue=issue(),
        summary=Summary(14, 12, 1, 0, 1, 1, 1, sum(each.words for each in documents)),
        periods=(*periods, BriefedPeriod("2016-W39", START, 12, 6000)),
        documents=documents,
        relations=relations,
        rejected=(BriefedRejection("inbox/scan 0092.txt", "decode", "the file holds no text that can be read"),),
        words=(
            *(_word(place, term, 12) for place, term in enumerate(TERMS)),
            replace(
                _word(3, "government", 12),
                keyness=-18.2,
                log_ratio=-2.1,
                count=2,
                documents=2,
                trend=(5, 6, 4, 7, 5, 6, 2),
            ),
        ),
        entities=named,
        pairs=(
            BriefedPair(named[0].id, named[7].id, 6, 9, 41.2),
            BriefedPair(named[0].id, named[1].id, 4, 4, 22.9),
            BriefedPair(named[1].id, named[8].id, 3, 7, 12.0),
        ),
        publishers=tuple(
            Share(name, sum(d.publisher == name for d in documents))
            for name in PUBLISHERS
            if any(d.publisher == name for d in documents)
        ),
        languages=(Share("en", 11), Share("de", 1)),
        repairs=(Share("remove_repeated_notices", 9), Share("fix_broken_dashes", 4), Share("fix_mojibake", 31)),
        reference="general English",
        settings={"near_duplicates_from": "0.8", "seeds": "seeds", "cadence": "weekly"},
        phrases=phrases(12),
        trends=trends(12),
        stories=told,
        measures=measures(("Northern Courier", "Harbour Gazette")),
        quotes=quotes(documents),
        timeline=timeline(documents),
        figures=figures(documents),
        countries=countries(len(documents)),
    )


def empty() -> Briefing:
    """A week in which nothing came in, after weeks in which something did."""
    nothing = Summary(0, 0, 0, 0, 0, 0, 0, 0)
    return replace(
        week(),
        summary=nothing,
        documents=(),
        relations=(),
        rejected=(),
        words=(),
        entities=(),
        pairs=(),
        publishers=(),
        languages=(),
        repairs=(),
        phrases=(),
        trends=(),
        stories=(),
        measures=(),
        quotes=(),
        timeline=(),
        figures=(),
        countries=(),
    )


def only_rejects() -> Briefing:
    """A first week in which every file was refused."""
    reasons = (
        "the file is empty",
        "the file is not text",
        "the file is larger than 64 MB",
        "the file links out of the inbox",
    )
    rejected = tuple(BriefedRejection(f"drop/{n:03d}.txt", "read", reasons[n % 4]) for n in range(5))
    return replace(empty(), issue=issue(1), periods=(), summary=Summary(5, 0, 0, 0, 0, 0, 5, 0), rejected=rejected)


def single() -> Briefing:
    """One document, no history."""
    whole = week()
    return replace(
        whole,
        issue=issue(1),
        summary=Summary(1, 1, 0, 0, 0, 0, 0, whole.documents[0].words),
        periods=(BriefedPeriod("2016-W39", START, 1, whole.documents[0].words),),
        documents=(replace(whole.documents[0], story=""),),
        relations=(),
        rejected=(),
        words=tuple(
            replace(word, documents=1, document=whole.documents[0].id, trend=word.trend[-1:]) for word in whole.words
        ),
        entities=tuple(
            replace(entity, documents=1, document=whole.documents[0].id, trend=entity.trend[-1:], first_issue=True)
            for entity in whole.entities
        ),
        pairs=(),
        publishers=(Share("Northern Courier", 1),),
        languages=(Share("en", 1),),
        phrases=tuple(
            replace(phrase, documents=1, document=whole.documents[0].id, trend=phrase.trend[-1:])
            for phrase in whole.phrases[:1]
        ),
        trends=(),
        stories=(),
        measures=whole.measures[1:2],
        quotes=quotes(whole.documents[:1]),
        timeline=timeline(whole.documents[:1]),
        figures=figures(whole.documents[:1]),
        countries=countries(1),
    )


def many(count: int = 2000) -> Briefing:
    """Very many short documents of sixty publishers, with names, words and rejects in proportion."""
    whole = week()
    documents = tuple(
        document(n, f"{TITLES[n % 12]} ({n})", f"Parish Notes of {TOWNS[n % 4]} {n % 60}") for n in range(1, count + 1)
    )
    names = {each.publisher for each in documents}
    told = tuple(
        replace(story, id=f"{n:016x}", since="" if n % 3 else "2015-W52", before=n % 4)
        for n in range(40)
        for story in stories(documents[n * 40 : n * 40 + 11])[1:2]
    )
    long = documents[1700:1850]
    told += (
        replace(told[0], id="f" * 16, documents=tuple(each.id for each in long), sentences=(), terms=("tide",) * 30),
    )
    told = (*told[:-1], replace(told[-1], headline=long[0].title, headline_document=long[0].id))
    documents = told_in(documents, told)
    return replace(
        whole,
        summary=Summary(count + 700, count, 500, 0, 3, 40, 200, sum(each.words for each in documents)),
        documents=documents,
        words=tuple(
            replace(_word(n % 16, f"{TERMS[n % 16]}{n}", 9), document=f"{count - n:016x}", keyness=9000.0 / (n + 1))
            for n in range(300)
        ),
        entities=tuple(
            replace(_entity(n % 7, "PERSON", f"{PEOPLE[n % 7]} {n}", 9), mentions=3000 // (n + 1), documents=1)
            for n in range(400)
        ),
        pairs=(),
        publishers=tuple(Share(name, sum(each.publisher == name for each in documents)) for name in sorted(names)),
        phrases=tuple(
            replace(whole.phrases[n % 5], term=f"{whole.phrases[n % 5].term} {n}", keyness=200 - n) for n in range(60)
        ),
        trends=tuple(
            replace(whole.trends[n % 4 + n % 2], term=f"{TERMS[n % 16]}{n}", id="", kind="", surprise=300.0 - n)
            for n in range(100)
        ),
        stories=told,
        measures=measures(sorted(names)[:50]),
        rejected=tuple(BriefedRejection(f"drop/{n:04d}.bin", "decode", "the file is not text") for n in range(200)),
        relations=tuple(
            BriefedRelation(
                f"{9000 + n:016x}",
                f"again/{n:04d}.txt",
                documents[n].id,
                documents[n].source,
                "near",
                "few words changed",
                0.91,
                0.97,
                "91% of runs shared",
            )
            for n in range(500)
        ),
    )


HOSTILE = (
    "{{7*7}} {% include 'theme.css' %} {# a #}",
    "<script>document.title = 'taken'</script>",
    '<img src="file:///etc/passwd">',
    "<style>* { display: none } @import url(ADDRESS/style.css)</style>",
    "url(ADDRESS/word.png)",
    '"><svg onload=alert(1)><image href="ADDRESS/chart.png"/></svg>',
    "</title></style></table><h2>Not a heading</h2>",
    '<link rel="attachment" href="file:///etc/hostname"><base href="ADDRESS/">',
    "]]><!-- &lt;b&gt; &amp; &#0; --> $accent datum.label",
    "left\u202egnp.exe\u202c and \u2066inside\u2069",
    "nul\x00 bell\x07 escape\x1b[31m nonchar\uffff lone\udc80",
    "W" * 180,
)


def hostile(address: str = "http://127.0.0.1:9") -> Briefing:
    """A week in which every text that comes from a file tries to be more than text.

    address: what the attempts to load something ask for.
    """
    attempts = tuple(attempt.replace("ADDRESS", address) for attempt in HOSTILE)
    whole, ring = week(), (attempts * 3)
    return replace(
        whole,
        documents=tuple(
            replace(each, title=one, byline=(one,), publisher=one, published=one, language=one, source=f"in/{one}.txt")
            for each, one in zip(whole.documents, attempts, strict=True)
        ),
        relations=tuple(
            replace(each, document_source=one, other_source=one, why=one)
            for each, one in zip(whole.relations, attempts, strict=False)
        ),
        rejected=tuple(BriefedRejection(f"in/{one}", one, one) for one in attempts),
        words=tuple(
            replace(each, term=one, sentence=f"Somebody wrote {one} on the harbour wall.")
            for each, one in zip(whole.words, ring, strict=False)
        ),
        entities=tuple(
            replace(each, name=one, aliases=(one, each.name), sentence=f"It was {one} who came.")
            for each, one in zip(whole.entities, ring, strict=False)
        ),
        phrases=tuple(
            replace(each, term=one, forms=(one, f"{one}s"), sentence=f"Nobody reads {one} twice.")
            for each, one in zip(whole.phrases, ring, strict=False)
        ),
        trends=tuple(
            replace(each, term=one, sentence=f"Everybody spoke of {one} at once." if each.count else "")
            for each, one in zip(whole.trends, ring[4:], strict=False)
        ),
        stories=tuple(
            replace(
                each,
                headline=one,
                sentences=tuple(replace(said, text=f"{said.text} {one}") for said in each.sentences),
                terms=attempts,
                since=one,
            )
            for each, one in zip(whole.stories, ring[9:], strict=False)
        ),
        measures=tuple(replace(each, label=one) for each, one in zip(whole.measures, ring, strict=False)),
        quotes=tuple(
            replace(each, text=f"{one} {each.text}", speaker=one, entity=f"person:{place}", cue=one)
            for place, (each, one) in enumerate(zip(whole.quotes * 3, attempts, strict=False))
        ),
        timeline=tuple(
            replace(each, sentence=f"{one} {each.sentence}", date=each.date if place % 3 else one)
            for place, (each, one) in enumerate(zip(whole.timeline, ring[3:], strict=False))
        ),
        figures=tuple(
            replace(each, text=one, unit=one, sentence=f"They paid {one}.")
            for each, one in zip(whole.figures * 3, attempts, strict=False)
        ),
        countries=tuple(replace(each, name=one) for each, one in zip(whole.countries, attempts, strict=False)),
        publishers=tuple(Share(one, 1) for one in attempts),
        languages=tuple(Share(one, 1) for one in attempts),
        repairs=tuple(Share(one, 1) for one in attempts),
        reference=attempts[0],
        settings={one: one for one in attempts},
        summary=replace(whole.summary, rejected=len(attempts), received=13 + len(attempts)),
    )
