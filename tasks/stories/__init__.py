"""The counted documents of a period in, its news stories out, each with a headline, a summary and a lasting id.

`finding.find` groups the documents and knows again what earlier issues told; `telling.tell` chooses for each group what
is printed of it, for which it needs the texts. Nothing here reads a warehouse or a clock, and nothing depends on the
order in which documents are given.
"""

from tasks.stories.finding import Found, Told, find
from tasks.stories.following import Followed
from tasks.stories.leads import lead
from tasks.stories.summary import Prose, Sentence
from tasks.stories.telling import Article, Story, tell
from tasks.stories.weights import Background, Counted, background

__all__ = [
    "Article",
    "Background",
    "Counted",
    "Followed",
    "Found",
    "Prose",
    "Sentence",
    "Story",
    "Told",
    "background",
    "find",
    "lead",
    "tell",
]
