-- which words, joined under their headwords, stand in these documents, and how often?
SELECT document, coalesce(head, words.term) AS feature, sum(count)::BIGINT
FROM words LEFT JOIN memory.main.heads AS heads ON heads.term = words.term
WHERE document IN (SELECT id FROM memory.main.wanted) GROUP BY ALL ORDER BY ALL
