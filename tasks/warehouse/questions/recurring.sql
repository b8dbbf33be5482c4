-- which of these publishers' paragraphs stand in at least so many documents that count, and in how many before these?
WITH fresh AS (SELECT DISTINCT publisher, hash FROM memory.main.fresh_paragraphs),
before AS (
    SELECT documents.publisher, paragraphs.hash, count(DISTINCT documents.id) AS documents
    FROM paragraphs JOIN documents ON documents.id = paragraphs.document
    JOIN fresh ON fresh.hash = paragraphs.hash AND fresh.publisher = documents.publisher
    WHERE documents.outcome = 'document' AND paragraphs.kind IN ('body', 'caption', 'recurring')
    GROUP BY ALL
),
now AS (
    SELECT publisher, hash, count(DISTINCT document) AS documents FROM memory.main.fresh_paragraphs GROUP BY ALL
)
SELECT now.publisher, now.hash, coalesce(before.documents, 0) AS known
FROM now LEFT JOIN before USING (publisher, hash)
WHERE now.documents + coalesce(before.documents, 0) >= $least
