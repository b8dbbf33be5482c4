-- how often does each of these candidates stand in the earlier periods' documents of this language?
SELECT regexp_replace(phrases.term, '[^ ]+$', coalesce(heads.head, regexp_extract(phrases.term, '[^ ]+$'))) AS term,
    sum(phrases.count)::BIGINT AS count
FROM phrases JOIN documents ON documents.id = phrases.document
LEFT JOIN memory.main.heads AS heads ON heads.term = regexp_extract(phrases.term, '[^ ]+$')
WHERE documents.outcome = 'document' AND documents.language = $language AND documents.dated BETWEEN $start AND $end
  AND documents.id NOT IN (SELECT id FROM memory.main.members)
  AND regexp_replace(phrases.term, '[^ ]+$', coalesce(heads.head, regexp_extract(phrases.term, '[^ ]+$')))
    IN (SELECT term FROM memory.main.candidates)
GROUP BY 1 ORDER BY 1
