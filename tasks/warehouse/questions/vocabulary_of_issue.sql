-- how often, how often with a capital, and in how many documents of this language, does each word of this issue stand?
SELECT term, sum(words.count)::BIGINT AS count,
    coalesce(sum(words.count) FILTER (form[1] <> lower(form[1])), 0)::BIGINT AS capitals, count(*) AS documents
FROM words JOIN memory.main.members ON members.id = words.document JOIN documents ON documents.id = words.document
WHERE documents.language = $language AND documents.outcome = 'document'
GROUP BY term ORDER BY term
