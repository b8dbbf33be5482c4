"""Invented articles of one week: two stories, and some that stand alone."""

from datetime import date

from tasks.records import Paragraph
from tasks.stories import Article, Counted, Prose, lead
from tests.stories.reading import terms

LOCK = (
    (
        "Lock at Sallow Reach stays shut until the spring",
        "The lock at Sallow Reach will stay shut until the spring, the river board said on Tuesday after divers found"
        " both hinges of the upper gate broken.\n\n"
        "Twelve barges with grain for the mills at Hame are waiting below the gate. But it may take weeks to tow"
        " them.\n\n"
        "“Nobody looked at those hinges in the summer,” Ada Quill, who keeps the lock, told the river board.",
    ),
    (
        "Board knew of broken hinges at Sallow Reach, says keeper",
        "Ada Quill, the keeper of the lock at Sallow Reach, wrote to the river board about the hinges of the upper gate"
        " in June, a letter seen by this paper shows.\n\n"
        "She said that the gate would not last the winter. Will the board pay for the barges?\n\n"
        "The river board pays 900 crowns a day to the owners of the twelve barges that wait for grain at the gate.",
    ),
    (
        "Live updates: divers at the gate of Sallow Reach",
        "Divers went down to the upper gate of the lock at Sallow Reach again on Thursday and brought up a hinge that"
        " had broken in two places.\n\n"
        "Sign up for the letter on the lock, the hinges, the barges and the river board to get it every day.",
    ),
)
FAIR = (
    (
        "Swan of ninety feathers takes the prize at Corder fair",
        "A swan named Duchess took the first prize at the poultry fair in Corder on Saturday, the ninth time in a row"
        " that its breeder, Tom Ash, goes home with the cup.\n\n"
        "The judges counted feathers for two hours in the rain before they gave the swan its ribbon.",
    ),
    (
        "Breeder Tom Ash gives his ninth cup to the school",
        "Tom Ash, the breeder whose swan Duchess took the prize at the poultry fair in Corder, gave the cup to the"
        " village school on Sunday.\n\n"
        "The school will keep pencils in it, and the swan will come to the feast of feathers in May.",
    ),
)
ALONE = (
    (
        "Choir seeks tenors who can bear the cold",
        "The choir of the old abbey has lost three tenors to a warmer parish and is looking for voices that can sing in"
        " gloves.\n\nRehearsals are held on Wednesdays above the bakery, where the ovens help a little.",
    ),
    (
        "Paper mill turns its wheel again after forty years",
        "A wheel that stood still for forty years turned on Friday at the paper mill, to the surprise of two ducks and"
        " an inspector of monuments.\n\nThe miller hopes to print his own visiting cards before Easter.",
    ),
)


def article(id: str, title: str, body: str) -> Article:
    """An article whose first paragraph is its title."""
    text = f"{title}\n\n{body}"
    paragraphs: list[Paragraph] = []
    start = 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(start, start + len(part), "body" if paragraphs else "title"))
        start += len(part) + 2
    people = {f"person:{name.lower().replace(' ', '-')}": text.count(name) for name in ("Ada Quill", "Tom Ash")}
    places = {f"place:{name.lower().replace(' ', '-')}": text.count(name) for name in ("Sallow Reach", "Corder")}
    entities = {name: count for name, count in (people | places).items() if count}
    opening = "\n\n".join(text[each.start : each.end] for each in lead(text, paragraphs))
    counted = Counted(id, date(2031, 2, 3), terms(text), entities, terms(opening), terms(title))
    return Article(counted, title, Prose(id, text, tuple(paragraphs)))


def articles() -> dict[str, Article]:
    """All of them by id."""
    kinds = {"lock": LOCK, "fair": FAIR, "alone": ALONE}
    made = [article(f"{kind}{n}", *each) for kind, texts in kinds.items() for n, each in enumerate(texts)]
    return {each.counted.id: each for each in made}
