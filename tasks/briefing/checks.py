"""A briefing goes in, and is let through only if its figures agree with one another."""

from tasks.errors import RenderError
from tasks.records import Briefing


def check(briefing: Briefing) -> None:
    """Raises RenderError naming the first figure that contradicts another."""
    summary, documents = briefing.summary, {each.id for each in briefing.documents}
    terms, told = (*briefing.words, *briefing.phrases), [id for each in briefing.stories for id in each.documents]
    examples = {each.document for some in (terms, briefing.entities) for each in some}
    examples |= {each.document for each in briefing.trends if each.document}
    examples |= {each.document for story in briefing.stories for each in story.sentences}
    examples |= {each.document for some in (briefing.quotes, briefing.timeline, briefing.figures) for each in some}
    stories = {document: story.id for story in briefing.stories for document in story.documents}
    claims = {
        "what came in is what became of it": summary.received
        == summary.documents + summary.duplicates + summary.superseded + summary.rejected,
        "every document that counts is listed": summary.documents == len(briefing.documents) == len(documents),
        "every rejected file is listed": summary.rejected == len(briefing.rejected),
        "the words of the documents are the words of the issue": summary.words
        == sum(each.words for each in briefing.documents),
        "no word stands in more documents than there are": all(
            0 < each.documents <= summary.documents and each.documents <= each.count for each in terms
        ),
        "no entity is named in more documents than there are": all(
            0 < each.documents <= summary.documents and each.documents <= each.mentions for each in briefing.entities
        ),
        "every example comes from a document of the issue": examples <= documents,
        "every quote says something, and somebody says it": all(each.text and each.speaker for each in briefing.quotes),
        "nothing is told by more documents than there are": all(
            0 < each.documents <= summary.documents
            for some in (briefing.timeline, briefing.figures, briefing.pairs, briefing.countries)
            for each in some
        ),
        "each trend ends with this issue's count": all(
            each.trend[-1] == each.count for some in (terms, briefing.trends) for each in some
        ),
        "every document is in one story at most, and says in which": len(told) == len(stories)
        and {each.id: each.story for each in briefing.documents if each.story} == stories,
        "a story's sentences and its headline are of its documents": all(
            {each.headline_document, *(sentence.document for sentence in each.sentences)} <= set(each.documents)
            for each in briefing.stories
        ),
    }
    for claim, holds in claims.items():
        if not holds:
            raise RenderError(
                f"Issue {briefing.issue.name} was not filed, for it does not hold that {claim}. "
                "This is a fault of Broadsheet; the warehouse is unharmed."
            )
