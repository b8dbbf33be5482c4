-- how many words that count have the documents of this language in each of these periods?
SELECT periods.name, sum(words.count)::BIGINT
FROM words JOIN documents ON documents.id = words.document
JOIN memory.main.periods AS periods ON documents.dated BETWEEN periods."start" AND periods."end"
WHERE documents.outcome = 'document' AND documents.language = $language
  AND documents.id NOT IN (SELECT id FROM memory.main.members)
GROUP BY periods.name
