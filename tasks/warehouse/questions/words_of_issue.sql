-- how often, and in how many documents of this language, does each word of this issue stand in it?
SELECT term, sum(words.count)::BIGINT AS count, count(*) AS documents
FROM words JOIN memory.main.members ON members.id = words.document JOIN documents ON documents.id = words.document
WHERE documents.language = $language AND documents.outcome = 'document'
GROUP BY term ORDER BY term
