-- under which phrase is each one joined, of this issue and of the earlier periods, by the headword of its last word?
CREATE OR REPLACE TABLE memory.main.headed AS
WITH every AS (
    SELECT term, regexp_extract(term, '[^ ]+$') AS last
    FROM (SELECT term FROM memory.main.used WHERE phrase UNION SELECT term FROM memory.main.used_before WHERE phrase)
)
SELECT every.term, every.term[: length(every.term) - length(last)] || coalesce(heads.head, last) AS head
FROM every LEFT JOIN memory.main.heads AS heads ON heads.term = last
