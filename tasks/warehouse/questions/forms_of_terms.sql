-- how are these terms written in this issue, and how often?
SELECT chosen.head, used.form, sum(used.count)::BIGINT AS times
FROM (SELECT document, term, form, count FROM words UNION ALL SELECT document, term, form, count FROM phrases) AS used
JOIN memory.main.chosen AS chosen USING (term) JOIN memory.main.members ON members.id = used.document
JOIN documents ON documents.id = used.document
WHERE documents.language = $language AND documents.outcome = 'document'
GROUP BY chosen.head, used.form ORDER BY chosen.head, times DESC, used.form
