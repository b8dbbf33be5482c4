-- which of the paragraphs asked about stand in at least so many of their publisher's documents that count, those just
-- read among them, and in how many did they stand before?
WITH before AS MATERIALIZED (
    SELECT hash, document FROM paragraphs
    WHERE hash IN (SELECT hash FROM memory.main.asked_paragraphs) AND kind IN ('body', 'caption', 'recurring')
),
standing AS (
    SELECT publisher, hash, document, true AS fresh FROM memory.main.fresh_paragraphs
    UNION ALL
    SELECT documents.publisher, before.hash, documents.id, false
    FROM documents JOIN before ON before.document = documents.id
    WHERE documents.outcome = 'document'
)
SELECT publisher, hash, count(DISTINCT document) FILTER (NOT fresh) AS known
FROM standing SEMI JOIN memory.main.asked_paragraphs AS asked USING (publisher, hash)
GROUP BY publisher, hash HAVING count(DISTINCT document) >= $least
