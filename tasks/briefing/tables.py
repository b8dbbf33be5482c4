"""A Briefing in, the rows of its words, names and pairs out: sorted, worded and cut to the lengths below."""

from collections.abc import Iterable, Mapping

from tasks.briefing.changes import cited_by_changes
from tasks.briefing.numbers import cited_by_figures
from tasks.briefing.passages import passage
from tasks.briefing.pieces import Reference
from tasks.briefing.plain import printable
from tasks.briefing.points import is_country
from tasks.briefing.quotations import cited_by_quotes
from tasks.briefing.rows import NameRow, NameTable, PairRow, WordRow
from tasks.briefing.sparklines import sparkline
from tasks.briefing.stories import cited_by_stories
from tasks.briefing.timeline import cited_by_timeline
from tasks.briefing.wording import more, number, times
from tasks.records import BriefedDocument, BriefedEntity, BriefedWord, Briefing

WORDS, PHRASES, RARE_WORDS, NAMES, PAIRS, DOCUMENTS = 30, 20, 10, 15, 20, 300  # rows of a table, at most
ALIASES, FORMS, COMPANY = 3, 4, 3

_KINDS = {
    "people": ("People", "Person", "Surnames and short forms are counted with the full name."),
    "organisations": ("Organisations", "Organisation", ""),
    "countries": ("Countries", "Country", "Nationalities are counted with their country."),
    "places": ("Other places", "Place", ""),
    "groups": ("Peoples, faiths and parties", "Name", ""),
}


def references(briefing: Briefing) -> dict[str, Reference]:
    """A reference for each document of the issue, by id; with an anchor where the table of documents has its row."""
    shown = {document.id for document in listed_documents(briefing)}
    return {
        document.id: Reference(number(document.number), f"d{document.number}" if document.id in shown else "")
        for document in briefing.documents
    }


def listed_documents(briefing: Briefing) -> list[BriefedDocument]:
    """The documents that the table of documents shows: the first ones, and each one that the pages cite."""
    cited = {item.document for some in (leading_phrases, leading_words, rare_words) for item in some(briefing)}
    cited |= cited_by_stories(briefing) | cited_by_changes(briefing)
    cited |= cited_by_quotes(briefing) | cited_by_timeline(briefing) | cited_by_figures(briefing)
    for entities in _entities_by_kind(briefing).values():
        cited |= {entity.document for entity in entities[:NAMES]}
    return [each for place, each in enumerate(briefing.documents) if place < DOCUMENTS or each.id in cited]


def leading_words(briefing: Briefing) -> list[BriefedWord]:
    """The key words that the pages show, in the order of the briefing, which weighs how widely a word is used too."""
    return [word for word in briefing.words if word.keyness > 0][:WORDS]


def leading_phrases(briefing: Briefing) -> list[BriefedWord]:
    """The key phrases that the pages show, in the order of the briefing."""
    return [phrase for phrase in briefing.phrases if phrase.keyness > 0][:PHRASES]


def rare_words(briefing: Briefing) -> list[BriefedWord]:
    """The words that were met less often than expected, the rarest first."""
    return sorted((word for word in briefing.words if word.keyness < 0), key=lambda word: word.keyness)[:RARE_WORDS]


def word_rows(words: Iterable[BriefedWord], known: Mapping[str, Reference]) -> tuple[WordRow, ...]:
    """Key words, or key phrases, as rows of a table."""
    return tuple(
        WordRow(
            term=printable(word.term),
            forms=", ".join(_other_forms(word)[:FORMS]),
            count=number(word.count),
            documents=number(word.documents),
            times=times(word.log_ratio),
            trend=sparkline(word.trend),
            passage=passage(word.sentence, [word.term, *word.forms], known.get(word.document)),
        )
        for word in words
    )


def _other_forms(word: BriefedWord) -> list[str]:
    """The other forms of a term, those that differ in capitals only told once."""
    forms: dict[str, str] = {word.term.casefold(): ""}
    for form in word.forms:
        forms.setdefault(form.casefold(), printable(form))
    return [form for form in forms.values() if form]


def name_tables(briefing: Briefing, known: Mapping[str, Reference], mark_new: bool) -> tuple[NameTable, ...]:
    """Names by kind, the most mentioned first. mark_new: whether there are earlier issues to be new against."""
    tables = []
    named = {entity.id: printable(entity.name) for entity in briefing.entities}
    for kind, entities in _entities_by_kind(briefing).items():
        rows = tuple(
            _name_row(place, entity, known, named, mark_new) for place, entity in enumerate(entities[:NAMES], 1)
        )
        title, label, note = _KINDS[kind]
        if rows:
            tables.append(NameTable(title, label, note, rows, more(len(entities), len(rows))))
    return tuple(tables)


def _entities_by_kind(briefing: Briefing) -> dict[str, list[BriefedEntity]]:
    groups: dict[str, list[BriefedEntity]] = {kind: [] for kind in _KINDS}
    plain = {"PERSON": "people", "ORG": "organisations", "GPE": "places", "LOC": "places", "NORP": "groups"}
    for entity in sorted(briefing.entities, key=lambda entity: (-entity.mentions, -entity.documents, entity.name)):
        groups["countries" if is_country(entity) else plain[entity.kind]].append(entity)
    return groups


def leading_names(briefing: Briefing, each: int) -> list[tuple[str, BriefedEntity]]:
    """The first few people, organisations and countries with the heading they stand under."""
    groups = _entities_by_kind(briefing)
    return [(_KINDS[kind][0], one) for kind in ("people", "organisations", "countries") for one in groups[kind][:each]]


def _name_row(
    place: int, entity: BriefedEntity, known: Mapping[str, Reference], named: Mapping[str, str], mark_new: bool
) -> NameRow:
    aliases = [printable(alias) for alias in entity.aliases if alias != entity.name]
    return NameRow(
        rank=number(place),
        name=printable(entity.name),
        aliases=", ".join(aliases[:ALIASES]),
        new=entity.first_issue and mark_new,
        mentions=number(entity.mentions),
        documents=number(entity.documents),
        trend=sparkline(entity.trend),
        passage=passage(entity.sentence, [entity.name, *entity.aliases], known.get(entity.document)),
        company=", ".join([named[each] for each in entity.company if each in named][:COMPANY]),
    )


def pair_rows(briefing: Briefing) -> tuple[PairRow, ...]:
    """Who is named with whom, the most surprising first."""
    names = {entity.id: printable(entity.name) for entity in briefing.entities}
    return tuple(
        PairRow(
            names.get(pair.a, printable(pair.a)),
            names.get(pair.b, printable(pair.b)),
            number(pair.documents),
            number(pair.together),
        )
        for pair in briefing.pairs[:PAIRS]
    )
