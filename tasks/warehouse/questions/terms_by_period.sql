-- how often does each of these terms stand in each of these periods?
SELECT chosen.head, periods.name, sum(used.count)::BIGINT
FROM (SELECT document, term, count FROM words UNION ALL SELECT document, term, count FROM phrases) AS used
JOIN memory.main.chosen AS chosen USING (term) JOIN documents ON documents.id = used.document
JOIN memory.main.periods AS periods ON documents.dated BETWEEN periods."start" AND periods."end"
WHERE documents.outcome = 'document' AND documents.language = $language
  AND documents.id NOT IN (SELECT id FROM memory.main.members)
GROUP BY chosen.head, periods.name
