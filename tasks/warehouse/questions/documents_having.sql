-- how many of this issue's documents and of those of these periods, in this language, have each word, joined under its
-- headword, or name that one of the documents asked about has?
WITH among AS (
    SELECT id FROM documents WHERE outcome = 'document' AND language = $language
    AND (id IN (SELECT id FROM memory.main.members)
        OR EXISTS (FROM memory.main.periods AS periods WHERE documents.dated BETWEEN periods."start" AND periods."end"))
),
had AS (
    SELECT DISTINCT coalesce(head, words.term) AS feature, document
    FROM words SEMI JOIN among ON among.id = words.document
    LEFT JOIN memory.main.heads AS heads ON heads.term = words.term
    UNION ALL
    SELECT DISTINCT entity, document FROM memory.main.ruled_mentions AS mentions SEMI JOIN among ON among.id = mentions.document
),
asked AS (SELECT DISTINCT feature FROM had WHERE document IN (SELECT id FROM memory.main.wanted))
SELECT feature, count(*) FROM had SEMI JOIN asked USING (feature) GROUP BY feature ORDER BY feature
