-- how many documents and words does each of these periods have?
SELECT periods.name, count(documents.id), coalesce(sum(documents.words), 0)::BIGINT
FROM memory.main.periods AS periods
LEFT JOIN documents ON documents.outcome = 'document' AND documents.dated BETWEEN periods."start" AND periods."end"
    AND documents.id NOT IN (SELECT id FROM memory.main.members)
GROUP BY periods.name
