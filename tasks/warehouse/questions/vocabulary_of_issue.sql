-- how often, how often with a capital, and in how many documents does each word of this issue stand?
SELECT term, sum(count)::BIGINT AS count,
    coalesce(sum(count) FILTER (form[1] <> lower(form[1])), 0)::BIGINT AS capitals, count(*) AS documents
FROM memory.main.used WHERE NOT phrase GROUP BY term ORDER BY term
