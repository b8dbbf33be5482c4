-- how many earlier documents have each of these keys?
SELECT key, count(DISTINCT other) FROM memory.main.met GROUP BY key
