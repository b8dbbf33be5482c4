-- who and what was met in documents up to this day, in how many of them, and how often?
WITH met AS (
    SELECT entity, count(DISTINCT document) AS documents, count(*) AS mentions
    FROM mentions JOIN documents ON documents.id = mentions.document
    WHERE documents.outcome = 'document' AND documents.dated <= $end GROUP BY entity
)
SELECT id, min(name), min(kind), min(country), any_value(documents), any_value(mentions)
FROM entities JOIN met ON met.entity = entities.id GROUP BY id ORDER BY id
