-- in which languages are the documents of this issue?
SELECT language, count(*) AS documents FROM documents JOIN memory.main.members USING (id)
WHERE outcome = 'document' GROUP BY language ORDER BY documents DESC, language
