-- which prints are there of the issue of this name or number, newest first?
SELECT number, name, cadence, "start", "end", timezone, snapshot, printed, version, documents, settings FROM issues
WHERE name = $name OR CAST(number AS VARCHAR) = $name
ORDER BY printed DESC, snapshot DESC
