-- who and what leads its kind in this issue, how often is it named and in how many documents?
WITH named AS (
    SELECT entity, count(*) AS mentions, count(DISTINCT document) AS documents
    FROM memory.main.ruled_mentions AS mentions JOIN memory.main.members ON members.id = mentions.document
    JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
    GROUP BY entity
)
SELECT known.id, known.name, known.kind, known.country, mentions, documents
FROM named JOIN memory.main.ruled_entities AS known ON known.id = named.entity
QUALIFY row_number() OVER (PARTITION BY kind ORDER BY documents DESC, mentions DESC, id) <= $most
ORDER BY documents DESC, mentions DESC, id
