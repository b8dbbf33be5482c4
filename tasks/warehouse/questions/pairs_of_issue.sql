-- which two of these entities are named in the same documents of this issue, and in how many?
WITH named AS (
    SELECT DISTINCT mentions.document, mentions.entity FROM mentions
    JOIN memory.main.members ON members.id = mentions.document
    JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
    WHERE mentions.entity IN (SELECT id FROM memory.main.named)
)
SELECT a.entity, b.entity, count(*) AS documents
FROM named AS a JOIN named AS b ON b.document = a.document AND b.entity > a.entity
GROUP BY a.entity, b.entity HAVING count(*) >= $least
ORDER BY documents DESC, a.entity, b.entity LIMIT $most
