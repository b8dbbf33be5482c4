-- how often is each of these entities named in each of these periods?
SELECT mentions.entity, periods.name, count(*)
FROM memory.main.ruled_mentions AS mentions
JOIN documents ON documents.id = mentions.document
JOIN memory.main.periods AS periods ON documents.dated BETWEEN periods."start" AND periods."end"
WHERE mentions.entity IN (SELECT id FROM memory.main.named) AND documents.outcome = 'document'
  AND documents.id NOT IN (SELECT id FROM memory.main.members)
GROUP BY mentions.entity, periods.name
