-- which version of the tables is this?
SELECT schema_version FROM ledger
