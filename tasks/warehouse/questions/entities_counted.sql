-- which entities were named at least so often in this issue or in these periods, and how often in which of them?
WITH counted AS (
    SELECT mentions.entity, mentions.document, '' AS period
    FROM memory.main.ruled_mentions AS mentions JOIN memory.main.members ON members.id = mentions.document
    JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
    UNION ALL
    SELECT mentions.entity, mentions.document, periods.name
    FROM memory.main.ruled_mentions AS mentions JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
    JOIN memory.main.periods AS periods ON documents.dated BETWEEN periods."start" AND periods."end"
    WHERE documents.id NOT IN (SELECT id FROM memory.main.members)
),
frequent AS (SELECT entity FROM counted GROUP BY entity HAVING count(*) >= $least)
SELECT entity, period, count(*) FROM counted SEMI JOIN frequent USING (entity) GROUP BY entity, period ORDER BY entity, period
