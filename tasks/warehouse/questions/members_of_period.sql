-- which sources are new in the issue of this period: those dated in it, those that came too late for an issue of their
-- own time that is out already, and files that could not be read, which have no time of their own and are told of in the
-- next issue there is; never one that another issue of the cadence has told of
WITH printed AS (
    SELECT name, "start", "end", documents FROM issues WHERE cadence = $cadence
    QUALIFY row_number() OVER (PARTITION BY name ORDER BY printed DESC, snapshot DESC) = 1
),
told AS (SELECT unnest(documents) AS id FROM printed WHERE name <> $name)
SELECT sources.id FROM sources
WHERE sources.id NOT IN (FROM told)
  AND (sources.outcome <> 'document' OR sources.id IN (SELECT document FROM analyses))  -- or its words would be missing
  AND (
    sources.dated BETWEEN $start AND $end
    OR sources.outcome = 'rejected'
    OR sources.dated < $start
    AND EXISTS (FROM printed WHERE name <> $name AND sources.dated BETWEEN "start" AND "end")
  )
ORDER BY sources.id
