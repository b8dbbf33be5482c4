-- how often does each of these terms stand in each of this issue's documents in this language?
SELECT chosen.head AS term, used.document, sum(used.count)::BIGINT AS count
FROM (SELECT document, term, count FROM words UNION ALL SELECT document, term, count FROM phrases) AS used
JOIN memory.main.chosen AS chosen USING (term) JOIN memory.main.members ON members.id = used.document
JOIN documents ON documents.id = used.document
WHERE documents.language = $language AND documents.outcome = 'document'
GROUP BY chosen.head, used.document ORDER BY chosen.head, used.document
