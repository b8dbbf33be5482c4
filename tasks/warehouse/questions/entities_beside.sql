-- who and what else is named in the documents up to this day that name these entities?
SELECT DISTINCT mentions.document, mentions.entity
FROM mentions JOIN documents ON documents.id = mentions.document
WHERE documents.outcome = 'document' AND documents.dated <= $end
  AND mentions.document IN (SELECT document FROM mentions WHERE entity IN (SELECT id FROM memory.main.named))
ORDER BY mentions.document, mentions.entity
