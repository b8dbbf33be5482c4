-- how often are the countries named in this issue, with all that stands for them or lies in them, and in how many documents?
SELECT country, count(*) AS mentions, count(DISTINCT mentions.document) AS documents
FROM memory.main.ruled_mentions AS mentions JOIN memory.main.members ON members.id = mentions.document
JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
JOIN memory.main.ruled_entities AS known ON known.id = mentions.entity
WHERE country <> '' GROUP BY country ORDER BY documents DESC, mentions DESC, country
