-- let these rejected files be met as if for the first time
DELETE FROM sources WHERE outcome = 'rejected' AND id IN (SELECT id FROM memory.main.wanted)
