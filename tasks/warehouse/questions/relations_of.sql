-- how does this document stand to others and others to it, its own relations first, and how many are there?
SELECT
    met.document, met.other, met.relation, met.rule, met.jaccard, met.containment, met.why,
    sources.path, sources.member, sources.dated, coalesce(documents.title, ''), count(*) OVER ()
FROM (FROM relations SELECT *, if(document = $id, other, document) AS facing WHERE document = $id OR other = $id) AS met
JOIN sources ON sources.id = met.facing LEFT JOIN documents ON documents.id = met.facing
ORDER BY met.other = $id, met.relation = 'exact', met.jaccard DESC, sources.path, sources.member LIMIT $most
