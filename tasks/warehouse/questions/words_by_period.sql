-- how often does each of these words stand in each of these periods?
SELECT words.term, periods.name, sum(words.count)::BIGINT
FROM words
JOIN documents ON documents.id = words.document
JOIN memory.main.periods AS periods ON documents.dated BETWEEN periods."start" AND periods."end"
WHERE words.term IN (SELECT term FROM memory.main.terms) AND documents.outcome = 'document' AND documents.language = $language
  AND documents.id NOT IN (SELECT id FROM memory.main.members)
GROUP BY words.term, periods.name
