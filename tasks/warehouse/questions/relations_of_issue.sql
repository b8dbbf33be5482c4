-- how do the sources of this issue stand to others?
SELECT
    relations.document, source.path, source.member, relations.other, other.path, other.member,
    relations.relation, relations.jaccard, relations.containment, relations.why
FROM relations
JOIN memory.main.members ON members.id = relations.document
JOIN sources AS source ON source.id = relations.document
JOIN sources AS other ON other.id = relations.other
ORDER BY source.path, source.member, other.path, other.member
