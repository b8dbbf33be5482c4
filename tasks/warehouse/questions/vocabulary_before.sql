-- how often, and how often with a capital, does each word stand in the earlier periods' documents?
SELECT term, sum(count)::BIGINT AS count, sum(capitals)::BIGINT AS capitals
FROM memory.main.used_before WHERE NOT phrase GROUP BY term ORDER BY term
