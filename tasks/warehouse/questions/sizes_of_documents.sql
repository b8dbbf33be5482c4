-- how many words that count has each of this issue's documents in this language?
SELECT words.document, sum(words.count)::BIGINT AS words
FROM words JOIN memory.main.members ON members.id = words.document JOIN documents ON documents.id = words.document
WHERE documents.language = $language AND documents.outcome = 'document'
GROUP BY words.document ORDER BY words.document
