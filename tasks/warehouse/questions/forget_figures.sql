-- take out what an older analysis found in these documents
DELETE FROM figures WHERE document IN (SELECT id FROM memory.main.wanted)
