-- who and what else is named in the documents up to this day that name these entities, but for what more documents name?
WITH counted AS (
    SELECT mentions.document, mentions.entity
    FROM mentions JOIN documents ON documents.id = mentions.document
    WHERE documents.outcome = 'document' AND documents.dated <= $end
),
rare AS (SELECT entity FROM counted GROUP BY entity HAVING count(DISTINCT document) <= $most)
SELECT DISTINCT document, entity FROM counted
WHERE document IN (SELECT document FROM mentions WHERE entity IN (SELECT id FROM memory.main.named))
  AND entity IN (FROM rare)
ORDER BY document, entity
