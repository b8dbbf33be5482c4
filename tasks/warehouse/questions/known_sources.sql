-- which of these sources, by the id made of path, member and content, are in the ledger?
SELECT id FROM sources WHERE id IN (SELECT id FROM memory.main.read_ids)
