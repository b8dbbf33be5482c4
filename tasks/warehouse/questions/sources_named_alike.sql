-- which sources have this part in their name, or nearly this name or this part at its end, the most alike first?
SELECT path, member FROM (
    SELECT
        path, member, concat_ws('!', path, nullif(member, '')) AS name, contains(lower(name), lower($part)) AS has,
        jaro_winkler_similarity(lower(name), lower($name)) AS whole,
        jaro_winkler_similarity(lower(regexp_replace(name, '^.*[/!]', '')), lower($part)) AS ending
    FROM (SELECT DISTINCT path, member FROM sources)
)
WHERE has OR greatest(whole, ending) >= 0.9 ORDER BY has DESC, greatest(whole, ending) DESC, name LIMIT $most
