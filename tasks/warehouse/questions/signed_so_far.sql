-- how many entries wait?
SELECT count(*) FROM memory.main.signed
