-- note which earlier documents have a key of one of these
CREATE OR REPLACE TABLE memory.main.met AS
SELECT fresh.document, fresh.kind, fresh.key, keys.document AS other
FROM memory.main.fresh_keys AS fresh JOIN keys USING (key)
