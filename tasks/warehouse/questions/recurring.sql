-- which of the paragraphs asked about stand in at least so many of their publisher's documents that count, those just
-- read among them, and in how many did they stand before?
WITH standing AS (
    SELECT publisher, hash, document, true AS fresh FROM memory.main.fresh_paragraphs
    UNION ALL
    SELECT documents.publisher, paragraphs.hash, documents.id, false
    FROM paragraphs JOIN documents ON documents.id = paragraphs.document
    WHERE documents.outcome = 'document' AND paragraphs.kind IN ('body', 'caption', 'recurring')
)
SELECT publisher, hash, count(DISTINCT document) FILTER (NOT fresh) AS known
FROM standing SEMI JOIN memory.main.asked_paragraphs AS asked USING (publisher, hash)
GROUP BY publisher, hash HAVING count(DISTINCT document) >= $least
