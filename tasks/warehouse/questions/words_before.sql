-- how often does each word stand in the documents of this language of these earlier periods?
SELECT words.term, sum(words.count)::BIGINT AS count
FROM words JOIN documents ON documents.id = words.document
WHERE documents.outcome = 'document' AND documents.language = $language AND documents.dated BETWEEN $start AND $end
  AND documents.id NOT IN (SELECT id FROM memory.main.members)
GROUP BY words.term
