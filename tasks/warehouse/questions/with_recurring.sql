-- which earlier documents have one of these paragraphs, of these publishers, among what counts in them?
SELECT DISTINCT documents.id, documents.publisher, documents.language
FROM paragraphs JOIN documents ON documents.id = paragraphs.document
JOIN memory.main.recurring AS recurring
  ON recurring.hash = paragraphs.hash AND recurring.publisher = documents.publisher
WHERE documents.outcome = 'document' AND paragraphs.kind IN ('body', 'caption')
ORDER BY documents.id
