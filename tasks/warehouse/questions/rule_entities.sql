-- let questions read the particulars of entities as they are ruled
CREATE OR REPLACE VIEW memory.main.ruled_entities AS
SELECT id, name, kind, country FROM memory.main.particulars
UNION ALL
SELECT id, min(name), min(kind), min(country) FROM warehouse.main.entities AS entities
WHERE id NOT IN (SELECT id FROM memory.main.particulars) GROUP BY id
