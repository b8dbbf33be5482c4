-- these documents count no more: a revision has come
UPDATE sources SET outcome = 'superseded' WHERE id IN (SELECT id FROM memory.main.superseded)
