-- who published the documents of this issue?
SELECT publisher, count(*) AS documents FROM documents JOIN memory.main.members USING (id)
WHERE outcome = 'document' GROUP BY publisher ORDER BY documents DESC, publisher
