-- are there no tables yet?
SELECT 1 WHERE NOT EXISTS (FROM duckdb_tables() WHERE database_name = 'warehouse' AND table_name = 'ledger')
