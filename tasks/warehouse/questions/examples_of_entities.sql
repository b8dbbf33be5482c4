-- which mention shows each of these entities best: the first in the document that names it most often?
SELECT entity, arg_min(document, (-times, document, "start")), arg_min("start", (-times, document, "start")) FROM (
    SELECT entity, document, "start", count(*) OVER (PARTITION BY entity, document) AS times FROM memory.main.ruled_mentions AS mentions
    JOIN memory.main.members ON members.id = mentions.document
    JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
    WHERE entity IN (SELECT id FROM memory.main.named)
) GROUP BY entity
