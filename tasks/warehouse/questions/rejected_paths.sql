-- which files were rejected?
SELECT id, path FROM sources WHERE outcome = 'rejected' ORDER BY path
