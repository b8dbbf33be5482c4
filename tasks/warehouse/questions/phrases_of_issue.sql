-- how often, and in how many documents of this language, does each candidate stand in this issue? Their last words are
-- joined under their headwords.
SELECT regexp_replace(phrases.term, '[^ ]+$', coalesce(heads.head, regexp_extract(phrases.term, '[^ ]+$'))) AS term,
    sum(phrases.count)::BIGINT AS count, count(DISTINCT phrases.document) AS documents
FROM phrases JOIN memory.main.members ON members.id = phrases.document JOIN documents ON documents.id = phrases.document
LEFT JOIN memory.main.heads AS heads ON heads.term = regexp_extract(phrases.term, '[^ ]+$')
WHERE documents.language = $language AND documents.outcome = 'document'
GROUP BY 1 HAVING sum(phrases.count) >= $count AND count(DISTINCT phrases.document) >= $documents ORDER BY 1
