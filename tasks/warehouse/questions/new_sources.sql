-- which of the listed files are not in the ledger as they stand now, by path, size and time?
SELECT listed.path FROM memory.main.listed AS listed
ANTI JOIN sources ON sources.path = listed.path AND sources.size = listed.size AND sources.modified = listed.modified
