-- under which surfaces is each of these entities named in this issue, commonest first?
SELECT entity, surface, count(*) AS times FROM memory.main.ruled_mentions AS mentions
JOIN memory.main.members ON members.id = mentions.document
JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
WHERE entity IN (SELECT id FROM memory.main.named)
GROUP BY entity, surface ORDER BY entity, times DESC, surface
