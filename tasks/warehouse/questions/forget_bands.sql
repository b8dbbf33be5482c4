-- take these documents out of the near-duplicate index
DELETE FROM bands WHERE document IN (SELECT id FROM memory.main.wanted)
