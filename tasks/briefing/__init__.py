"""Briefing: the facts of one issue in, a PDF, a self-contained HTML page and briefing.json out.

periods     a day and a cadence -> the period that holds it, and those before it
examples    a text and what is to be shown -> one sentence of it
checks      a Briefing is let through only if its figures agree
facts       Briefing -> the dictionary of briefing.json
wording     numbers, dates and lists -> English
plain       text as it came in -> text that a page can carry
pages       the records that templates see
points      Briefing -> the key figures and main points of the front page
tables      Briefing -> the rows of words, names and pairs, cut to sensible lengths
sources     Briefing -> the rows of documents, relations and rejected files, cut likewise
passages    a sentence and a word -> as much of the sentence as two lines hold
sparklines  counts -> the columns of a sparkline
charts      Briefing -> what the charts show; a chart and its spec -> SVG
compose     Briefing -> Pages: all of these put together
render      Briefing and templates -> the issue; the issue -> files (the only module here that touches the disk)
"""
