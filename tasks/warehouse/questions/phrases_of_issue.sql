-- how often, and in how many documents, does each candidate stand in this issue, and how often does a further word make a
-- longer candidate of it?
WITH longer AS (
    SELECT regexp_replace(term, ' [^ ]+$', '') AS term, sum(count) AS continued
    FROM memory.main.used WHERE phrase GROUP BY 1
)
SELECT headed.head AS term, sum(used.count)::BIGINT AS count, count(DISTINCT used.document) AS documents,
    coalesce(any_value(longer.continued), 0)::BIGINT AS continued
FROM memory.main.used AS used JOIN memory.main.headed AS headed USING (term) LEFT JOIN longer ON longer.term = headed.head
GROUP BY headed.head HAVING sum(used.count) >= $count AND count(DISTINCT used.document) >= $documents
ORDER BY headed.head
