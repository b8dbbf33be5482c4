-- remember the new size and time of files whose bytes are known
UPDATE sources SET size = touched.size, modified = touched.modified
FROM memory.main.touched AS touched WHERE sources.id = touched.id
