-- how often, and how often with a capital, does each word stand in the earlier periods' documents of this language?
SELECT words.term, sum(words.count)::BIGINT AS count,
    coalesce(sum(words.count) FILTER (form[1] <> lower(form[1])), 0)::BIGINT AS capitals
FROM words JOIN documents ON documents.id = words.document
WHERE documents.outcome = 'document' AND documents.language = $language AND documents.dated BETWEEN $start AND $end
  AND documents.id NOT IN (SELECT id FROM memory.main.members)
GROUP BY words.term ORDER BY words.term
