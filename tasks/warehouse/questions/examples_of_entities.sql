-- which mention shows each of these entities best: the first by a name of several words, or else by any, in the document
-- that names it most often?
SELECT entity, arg_min(document, (short, -times, document, "start")), arg_min("start", (short, -times, document, "start"))
FROM (
    SELECT entity, document, "start", NOT contains(surface, ' ') AS short,
        count(*) OVER (PARTITION BY entity, document) AS times
    FROM memory.main.ruled_mentions AS mentions
    JOIN memory.main.members ON members.id = mentions.document
    JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
    WHERE entity IN (SELECT id FROM memory.main.named)
) GROUP BY entity
