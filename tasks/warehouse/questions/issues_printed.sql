-- which issues of this cadence were printed?
SELECT DISTINCT name FROM issues WHERE cadence = $cadence
