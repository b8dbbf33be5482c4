-- who or what are these, and in how many documents of this issue are they named, and how often in the one that has them most?
WITH used AS (
    SELECT entity, mentions.document, count(*) AS mentions
    FROM memory.main.ruled_mentions AS mentions JOIN memory.main.members ON members.id = mentions.document
    JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
    WHERE entity IN (SELECT id FROM memory.main.named)
    GROUP BY entity, mentions.document
)
SELECT entities.id, min(entities.name), min(entities.kind),
    (SELECT count(*) FROM used WHERE used.entity = entities.id),
    (SELECT coalesce(max(mentions), 0) FROM used WHERE used.entity = entities.id)
FROM memory.main.ruled_entities AS entities WHERE entities.id IN (SELECT id FROM memory.main.named)
GROUP BY entities.id ORDER BY entities.id
