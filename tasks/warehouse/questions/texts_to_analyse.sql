-- what do these documents say, in which language?
SELECT id, language, text FROM documents WHERE id IN (SELECT id FROM memory.main.wanted)
