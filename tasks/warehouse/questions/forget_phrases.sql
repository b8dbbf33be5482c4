-- take out what an older analysis found in these documents
DELETE FROM phrases WHERE document IN (SELECT id FROM memory.main.wanted)
