-- which sources have an id that begins so?
SELECT id FROM sources WHERE starts_with(id, $start) ORDER BY received, path, member
