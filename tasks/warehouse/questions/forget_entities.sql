-- take out what an older analysis said of these entities
DELETE FROM entities WHERE id IN (SELECT id FROM memory.main.met)
