-- let the files of these sources be met again, though other things in them are known: their time is no file's
UPDATE sources SET modified = -1 WHERE path IN (
    SELECT path FROM sources WHERE outcome = 'rejected' AND id IN (SELECT id FROM memory.main.wanted)
)
