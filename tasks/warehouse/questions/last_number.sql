-- what is the highest issue number?
SELECT coalesce(max(number), 0) FROM issues
