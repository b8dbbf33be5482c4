-- how does each document stand to others, with the files that they came from?
SELECT
    relations.document, source.path AS document_path, source.member AS document_member,
    relations.other, other.path AS other_path, other.member AS other_member,
    relations.relation, relations.rule, relations.jaccard, relations.containment, relations.why
FROM relations
JOIN sources AS source ON source.id = relations.document
JOIN sources AS other ON other.id = relations.other
ORDER BY ALL
