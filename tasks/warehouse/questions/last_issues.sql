-- which issues are out, newest period first?
SELECT number, name, cadence, printed, len(documents) FROM issues
QUALIFY row_number() OVER (PARTITION BY number ORDER BY printed DESC, snapshot DESC) = 1
ORDER BY "end" DESC, number DESC LIMIT $most
