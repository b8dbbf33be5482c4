-- is this run known?
SELECT 1 FROM runs WHERE id = $id
