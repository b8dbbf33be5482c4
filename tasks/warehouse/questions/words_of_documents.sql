-- which words stand in these documents, and how often?
SELECT document, term, count FROM words WHERE document IN (SELECT id FROM memory.main.wanted) ORDER BY document, term
