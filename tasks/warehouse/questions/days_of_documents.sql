-- for which day does each of these documents count?
SELECT id, dated FROM documents WHERE id IN (SELECT id FROM memory.main.wanted)
