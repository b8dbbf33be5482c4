-- what do these documents say, in which language, and when were they published?
SELECT id, language, text, published FROM documents WHERE id IN (SELECT id FROM memory.main.wanted)
