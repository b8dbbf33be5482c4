-- make two commits that overlap conflict
UPDATE ledger SET revision = revision + 1
