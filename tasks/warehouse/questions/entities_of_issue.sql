-- who and what leads its kind in this issue, how often is it named and in how many documents?
WITH named AS (
    SELECT entity, count(*) AS mentions, count(DISTINCT document) AS documents
    FROM mentions JOIN memory.main.members ON members.id = mentions.document
    JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
    GROUP BY entity
),
known AS (SELECT id, min(name) AS name, min(kind) AS kind, min(country) AS country FROM entities GROUP BY id)
SELECT id, name, kind, country, mentions, documents FROM named JOIN known ON known.id = named.entity
QUALIFY row_number() OVER (PARTITION BY kind ORDER BY documents DESC, mentions DESC, id) <= $most
ORDER BY documents DESC, mentions DESC, id
