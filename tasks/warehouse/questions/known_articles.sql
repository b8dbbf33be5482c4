-- what is known of these documents beside their text?
SELECT
    documents.id, documents.text_hash, sources.path, sources.member, documents.url, documents.title, documents.publisher,
    documents.published, documents.modified, documents.outcome
FROM documents JOIN sources USING (id)
WHERE documents.id IN (SELECT id FROM memory.main.wanted)
