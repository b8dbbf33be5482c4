-- which sources have this path, or lie under this name in a file?
SELECT id FROM sources WHERE path = $name OR member <> '' AND concat(path, '!', member) = $name ORDER BY received, path, member
