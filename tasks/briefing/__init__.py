"""Briefing: the facts of one issue in, a PDF, a self-contained HTML page and briefing.json out.

periods     a day and a cadence -> the period that holds it, and those before it
examples    a text and what is to be shown -> one sentence of it
checks      a Briefing is let through only if its figures agree
facts       Briefing -> the dictionary of briefing.json
wording     numbers, dates and lists -> English
dates       a date as a text tells it -> its days, and English
plain       text as it came in -> text that a page can carry
pages       what the templates see, whole
rows        what the templates see, row by row
pieces      the small things that rows of several sections are made of
points      Briefing -> the key figures and main points of the front page
stories     Briefing -> its stories, the largest first
quotations  Briefing -> the speakers whom most documents quote, with some of their words
timeline    Briefing -> what happened when, and what is to come
numbers     Briefing -> the figures that tell most, each in its sentence
changes     Briefing -> what is new, risen, fallen and gone, each told once
tables      Briefing -> the rows of phrases, words, names and pairs, cut to sensible lengths
measures    Briefing -> the tables of what its language measures
sources     Briefing -> the rows of documents, relations and rejected files, cut likewise
passages    a sentence and a word -> as much of the sentence as two lines hold
sparklines  counts -> the columns of a sparkline
charts      Briefing -> what the charts show; a chart and its spec -> SVG
compose     Briefing -> Pages: all of these put together
render      Briefing and templates -> the issue; the issue -> files (the only module here that touches the disk)
"""
