-- which two of these entities are named in the same paragraphs of this issue: in how many documents and paragraphs, how
-- many paragraphs name the one and how many the other, and how many name anybody?
WITH named AS (
    SELECT DISTINCT mentions.document, paragraphs.position, mentions.entity
    FROM memory.main.ruled_mentions AS mentions
    JOIN memory.main.members ON members.id = mentions.document
    JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
    JOIN paragraphs ON paragraphs.document = mentions.document
        AND mentions."start" >= paragraphs."start" AND mentions."start" < paragraphs."end"
),
chosen AS (FROM named WHERE entity IN (SELECT id FROM memory.main.named)),
sizes AS (SELECT entity, count(*) AS paragraphs FROM chosen GROUP BY entity),
pairs AS (
    SELECT a.entity AS a, b.entity AS b, count(DISTINCT a.document) AS documents, count(*) AS together
    FROM chosen AS a JOIN chosen AS b ON b.document = a.document AND b.position = a.position AND b.entity > a.entity
    GROUP BY a.entity, b.entity HAVING count(DISTINCT a.document) >= $least
)
SELECT a, b, documents, together, one.paragraphs AS of_a, other.paragraphs AS of_b,
    (SELECT count(*) FROM (SELECT DISTINCT document, position FROM named)) AS paragraphs
FROM pairs JOIN sizes AS one ON one.entity = a JOIN sizes AS other ON other.entity = b
ORDER BY a, b
