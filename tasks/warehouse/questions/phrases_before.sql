-- how often does each of these candidates stand in the earlier periods' documents?
SELECT headed.head AS term, sum(used.count)::BIGINT AS count
FROM memory.main.used_before AS used JOIN memory.main.headed AS headed USING (term)
SEMI JOIN memory.main.candidates AS candidates ON candidates.term = headed.head
GROUP BY headed.head ORDER BY headed.head
