-- how many documents of this language have this issue and these periods?
SELECT count(*) FROM documents WHERE outcome = 'document' AND language = $language
AND (id IN (SELECT id FROM memory.main.members)
    OR EXISTS (FROM memory.main.periods AS periods WHERE documents.dated BETWEEN periods."start" AND periods."end"))
