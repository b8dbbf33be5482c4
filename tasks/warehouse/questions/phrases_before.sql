-- how often does each of these candidates stand in the earlier periods' documents?
WITH used AS (
    SELECT term, regexp_extract(term, '[^ ]+$') AS last, count FROM memory.main.used_before WHERE phrase
),
joined AS (
    SELECT used.term[: length(used.term) - length(last)] || coalesce(heads.head, last) AS term, count
    FROM used LEFT JOIN memory.main.heads AS heads ON heads.term = last
)
SELECT term, sum(count)::BIGINT AS count FROM joined SEMI JOIN memory.main.candidates USING (term)
GROUP BY term ORDER BY term
