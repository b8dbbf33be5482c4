-- how many sources are in no issue of this cadence?
SELECT count(*) FROM sources
WHERE id NOT IN (SELECT unnest(documents) FROM issues WHERE cadence = $cadence)
