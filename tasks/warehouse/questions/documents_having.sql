-- how many of this issue's documents and of those of these periods, in this language, have each word or name that one of
-- the documents asked about has?
WITH among AS (
    SELECT id FROM documents WHERE outcome = 'document' AND language = $language
    AND (id IN (SELECT id FROM memory.main.members)
        OR EXISTS (FROM memory.main.periods AS periods WHERE documents.dated BETWEEN periods."start" AND periods."end"))
),
asked AS (
    SELECT DISTINCT term AS feature FROM words WHERE document IN (SELECT id FROM memory.main.wanted)
    UNION ALL
    SELECT DISTINCT entity FROM mentions WHERE document IN (SELECT id FROM memory.main.wanted)
),
had AS (
    SELECT term AS feature, document FROM words
    UNION ALL
    SELECT DISTINCT entity, document FROM mentions
)
SELECT feature, count(*) FROM had SEMI JOIN asked USING (feature) SEMI JOIN among ON among.id = had.document
GROUP BY feature ORDER BY feature
