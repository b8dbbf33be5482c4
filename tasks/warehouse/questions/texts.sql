-- what do these documents say?
SELECT id, text, text_hash FROM documents WHERE id IN (SELECT id FROM memory.main.wanted)
