-- which phrases of this issue and of the earlier periods are joined under these?
SELECT DISTINCT phrases.term, candidates.term AS head
FROM phrases
LEFT JOIN memory.main.heads AS heads ON heads.term = regexp_extract(phrases.term, '[^ ]+$')
JOIN memory.main.candidates AS candidates ON candidates.term
    = regexp_replace(phrases.term, '[^ ]+$', coalesce(heads.head, regexp_extract(phrases.term, '[^ ]+$')))
ORDER BY ALL
