-- how many files were ever met?
SELECT count(DISTINCT path) FROM sources
