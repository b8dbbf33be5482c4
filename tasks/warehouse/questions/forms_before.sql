-- how are these terms written in the documents of these periods, and how often?
SELECT chosen.head, words.form, sum(words.count)::BIGINT AS times
FROM words JOIN memory.main.chosen AS chosen USING (term) JOIN documents ON documents.id = words.document
JOIN memory.main.periods AS periods ON documents.dated BETWEEN periods."start" AND periods."end"
WHERE documents.outcome = 'document' AND documents.language = $language
GROUP BY chosen.head, words.form ORDER BY chosen.head, times DESC, words.form
