-- how are these documents divided?
SELECT document, kind, "start", "end" FROM paragraphs
WHERE document IN (SELECT id FROM memory.main.wanted) ORDER BY document, position
