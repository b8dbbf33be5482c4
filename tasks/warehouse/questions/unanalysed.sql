-- which documents that count have no analysis of this version?
SELECT documents.id, documents.words FROM documents
ANTI JOIN (SELECT document FROM analyses WHERE version = $version) AS analysed ON analysed.document = documents.id
WHERE documents.outcome = 'document'
ORDER BY documents.dated, documents.id
