-- which phrases of this issue and of the earlier periods are joined under these?
WITH used AS (
    SELECT DISTINCT term, regexp_extract(term, '[^ ]+$') AS last
    FROM (SELECT term, phrase FROM memory.main.used UNION ALL SELECT term, phrase FROM memory.main.used_before)
    WHERE phrase
),
joined AS (
    SELECT used.term, used.term[: length(used.term) - length(last)] || coalesce(heads.head, last) AS head
    FROM used LEFT JOIN memory.main.heads AS heads ON heads.term = last
)
SELECT joined.term, head FROM joined JOIN memory.main.candidates AS candidates ON candidates.term = head ORDER BY ALL
