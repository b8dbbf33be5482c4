-- which stories did this issue, when it was printed before, and the issues of these periods tell in this language, and of
-- which documents were they made? Those that a revision has superseded since are among them: the story goes on.
WITH prints AS (
    SELECT name, "start", snapshot FROM issues WHERE cadence = $cadence AND "start" BETWEEN $oldest AND $start
    QUALIFY row_number() OVER (PARTITION BY name ORDER BY printed DESC, snapshot DESC) = 1
)
SELECT stories.issue, stories.story, stories.since, stories.document
FROM stories JOIN prints ON prints.name = stories.issue AND prints.snapshot = stories.snapshot
JOIN documents ON documents.id = stories.document
WHERE stories.cadence = $cadence AND documents.language = $language
ORDER BY prints."start", stories.story, stories.document
