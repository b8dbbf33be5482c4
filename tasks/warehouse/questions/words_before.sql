-- which of these words stood in a document of this language before this period?
SELECT DISTINCT chosen.head
FROM words JOIN memory.main.chosen AS chosen USING (term) JOIN documents ON documents.id = words.document
WHERE documents.dated < $start AND documents.language = $language AND documents.outcome = 'document'
  AND documents.id NOT IN (SELECT id FROM memory.main.members)
