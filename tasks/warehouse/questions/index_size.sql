-- how many documents is the index of, and how many keys has it?
SELECT (SELECT count(*) FROM memory.main.taken_in), (SELECT count(*) FROM keys)
