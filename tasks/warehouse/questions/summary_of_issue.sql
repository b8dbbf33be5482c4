-- how much came in, and what became of it?
SELECT
    count(*) AS received,
    count(*) FILTER (sources.outcome = 'document') AS documents,
    count(*) FILTER (sources.outcome IN ('exact', 'near')) AS duplicates,
    count(*) FILTER (sources.outcome = 'superseded') AS superseded,
    count(*) FILTER (sources.outcome = 'rejected') AS rejected,
    coalesce(sum(documents.words) FILTER (sources.outcome = 'document'), 0)::BIGINT AS words
FROM sources JOIN memory.main.members USING (id) LEFT JOIN documents USING (id)
