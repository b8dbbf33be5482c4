-- which of these entities has the warehouse met before?
SELECT DISTINCT id FROM entities WHERE id IN (SELECT id FROM memory.main.met)
