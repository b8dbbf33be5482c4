-- which documents of this language count in each of these periods?
SELECT periods.name, documents.id
FROM documents JOIN memory.main.periods AS periods ON documents.dated BETWEEN periods."start" AND periods."end"
WHERE documents.outcome = 'document' AND documents.language = $language
  AND documents.id NOT IN (SELECT id FROM memory.main.members)
ORDER BY periods."start", documents.id
