"""Words that stand before a person's name and are no part of it."""

from tasks.entities import gazetteers

HONORIFICS = gazetteers.word_list("honorific")

# These too, but they also stand in the middle of a longer title: "Vice President", "Prime Minister", "former".
TITLE_WORDS = HONORIFICS | gazetteers.word_list("title")
