-- which files were rejected, newest first, and why?
SELECT path, member, stage, reason FROM sources WHERE outcome = 'rejected' ORDER BY received DESC, path, member LIMIT $most
