-- which organisations are written as letters alone in documents up to this day, and in how many?
SELECT surface, entity, count(DISTINCT document)
FROM mentions JOIN documents ON documents.id = mentions.document
WHERE documents.outcome = 'document' AND documents.dated <= $end
  AND starts_with(entity, 'org:') AND length(surface) BETWEEN 2 AND 12 AND upper(surface) = surface
GROUP BY surface, entity ORDER BY surface, entity
