-- what is known of the documents of this issue that count?
SELECT
    documents.id, documents.title, documents.byline, documents.publisher, documents.published, documents.language,
    documents.words, sources.path, sources.member, documents.repeated, documents.repeats, other.dated
FROM documents JOIN memory.main.members USING (id) JOIN sources USING (id)
LEFT JOIN documents AS other ON other.id = documents.repeats
WHERE documents.outcome = 'document'
ORDER BY documents.dated, documents.publisher, documents.title, documents.id
