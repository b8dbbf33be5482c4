-- which of these terms stood in a document of this language before this period?
SELECT DISTINCT chosen.head
FROM (SELECT document, term FROM words UNION ALL SELECT document, term FROM phrases) AS used
JOIN memory.main.chosen AS chosen USING (term) JOIN documents ON documents.id = used.document
WHERE documents.dated < $start AND documents.language = $language AND documents.outcome = 'document'
  AND documents.id NOT IN (SELECT id FROM memory.main.members)
