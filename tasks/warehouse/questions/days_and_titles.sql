-- for which day does each of these documents count, and what is it called?
SELECT id, dated, title FROM documents WHERE id IN (SELECT id FROM memory.main.wanted) ORDER BY id
