-- what became of everything that was ever taken in?
SELECT outcome, count(*) FROM sources GROUP BY outcome ORDER BY outcome
