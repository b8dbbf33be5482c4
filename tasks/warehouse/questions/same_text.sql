-- which documents that count have the same text as one of these?
SELECT documents.text_hash, min(documents.id) FROM documents
WHERE documents.text_hash IN (SELECT text_hash FROM memory.main.read_hashes) AND documents.outcome = 'document'
GROUP BY documents.text_hash
