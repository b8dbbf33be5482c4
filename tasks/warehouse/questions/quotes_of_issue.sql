-- who is quoted in this issue, where, and announced by which words?
SELECT quotes.document, quotes."start", quotes."end", direct, cue, speaker, entity
FROM memory.main.ruled_quotes AS quotes JOIN memory.main.members ON members.id = quotes.document
JOIN documents ON documents.id = quotes.document AND documents.outcome = 'document'
ORDER BY quotes.document, quotes."start", quotes."end"
