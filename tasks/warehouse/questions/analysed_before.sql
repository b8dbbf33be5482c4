-- has any of these documents an analysis already?
SELECT 1 FROM analyses WHERE document IN (SELECT id FROM memory.main.wanted) LIMIT 1
