-- how do the sources of this issue stand to others? A text that a new one contains, or is an older version of, is told of too
SELECT
    relations.document, source.path, source.member, relations.other, other.path, other.member,
    relations.relation, relations.rule, relations.jaccard, relations.containment, relations.why
FROM relations
JOIN sources AS source ON source.id = relations.document
JOIN sources AS other ON other.id = relations.other
WHERE relations.document IN (SELECT id FROM memory.main.members)
   OR relations.relation IN ('contained', 'revision') AND relations.other IN (SELECT id FROM memory.main.members)
ORDER BY source.path, source.member, other.path, other.member, relations.relation
