-- which were the last runs that took something in, and how much?
SELECT runs.flow, runs.started, count(*) AS received, count(*) FILTER (outcome = 'rejected') AS rejected
FROM runs JOIN sources ON sources.run = runs.id GROUP BY runs.id, runs.flow, runs.started
ORDER BY runs.started DESC LIMIT $most
