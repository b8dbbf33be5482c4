-- who and what is named in these documents, and where?
SELECT document, entity, "start" FROM memory.main.ruled_mentions AS mentions WHERE document IN (SELECT id FROM memory.main.wanted) ORDER BY document, "start"
