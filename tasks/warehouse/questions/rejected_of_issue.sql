-- which files of this issue could not be taken in?
SELECT path, member, stage, reason FROM sources JOIN memory.main.members USING (id)
WHERE outcome = 'rejected' ORDER BY path, member
