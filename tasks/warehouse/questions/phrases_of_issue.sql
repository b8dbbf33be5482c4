-- how often, and in how many documents, does each candidate stand in this issue, and how often does a further word make a
-- longer candidate of it? The last words are joined under their headwords.
WITH used AS (
    SELECT document, term, regexp_extract(term, '[^ ]+$') AS last, count FROM memory.main.used WHERE phrase
),
joined AS (
    SELECT document, used.term[: length(used.term) - length(last)] || coalesce(heads.head, last) AS term, count
    FROM used LEFT JOIN memory.main.heads AS heads ON heads.term = last
),
longer AS (
    SELECT used.term[: length(used.term) - length(last) - 1] AS term, sum(count) AS continued FROM used GROUP BY 1
)
SELECT term, sum(count)::BIGINT AS count, count(DISTINCT document) AS documents,
    coalesce(any_value(continued), 0)::BIGINT AS continued
FROM joined LEFT JOIN longer USING (term)
GROUP BY term HAVING sum(count) >= $count AND count(DISTINCT document) >= $documents ORDER BY term
