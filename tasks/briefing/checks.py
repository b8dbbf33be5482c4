"""A briefing goes in, and is let through only if its figures agree with one another."""

from tasks.errors import RenderError
from tasks.records import Briefing


def check(briefing: Briefing) -> None:
    """Raises RenderError naming the first figure that contradicts another."""
    summary, documents = briefing.summary, {each.id for each in briefing.documents}
    examples = {each.document for each in briefing.words} | {each.document for each in briefing.entities}
    claims = {
        "what came in is what became of it": summary.received
        == summary.documents + summary.duplicates + summary.superseded + summary.rejected,
        "every document that counts is listed": summary.documents == len(briefing.documents) == len(documents),
        "every rejected file is listed": summary.rejected == len(briefing.rejected),
        "the words of the documents are the words of the issue": summary.words
        == sum(each.words for each in briefing.documents),
        "no word stands in more documents than there are": all(
            0 < each.documents <= summary.documents and each.documents <= each.count for each in briefing.words
        ),
        "no entity is named in more documents than there are": all(
            0 < each.documents <= summary.documents and each.documents <= each.mentions for each in briefing.entities
        ),
        "every example comes from a document of the issue": examples <= documents,
        "each trend ends with this issue's count": all(each.trend[-1] == each.count for each in briefing.words),
    }
    for claim, holds in claims.items():
        if not holds:
            raise RenderError(
                f"Issue {briefing.issue.name} was not filed, for it does not hold that {claim}. "
                "This is a fault of Broadsheet; the warehouse is unharmed."
            )
