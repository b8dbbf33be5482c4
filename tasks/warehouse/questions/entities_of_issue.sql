-- who and what leads its kind in this issue, how often is it named and in how many documents?
SELECT
    mentions.entity, min(entities.name), min(entities.kind), min(entities.country),
    count(*) AS mentions, count(DISTINCT mentions.document) AS documents
FROM mentions
JOIN memory.main.members ON members.id = mentions.document
JOIN (SELECT id, min(name) AS name, min(kind) AS kind, min(country) AS country FROM entities GROUP BY id) AS entities
    ON entities.id = mentions.entity
GROUP BY mentions.entity
QUALIFY row_number() OVER (PARTITION BY min(entities.kind) ORDER BY documents DESC, mentions DESC, mentions.entity) <= $most
ORDER BY documents DESC, mentions DESC, mentions.entity
