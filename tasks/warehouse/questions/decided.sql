-- what became of these sources, and which document had most of what they say?
SELECT
    sources.id, sources.path, sources.member, sources.dated, coalesce(documents.title, ''), coalesce(documents.publisher, ''),
    sources.outcome, sources.stage, sources.reason, coalesce(documents.repeated, 0.0), other.path, other.member, other.dated
FROM sources LEFT JOIN documents USING (id) LEFT JOIN sources AS other ON other.id = documents.repeats
WHERE sources.id IN (SELECT id FROM memory.main.wanted)
ORDER BY sources.received, sources.path, sources.member
