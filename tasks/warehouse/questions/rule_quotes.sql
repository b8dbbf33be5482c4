-- let questions read each quote under the entity that is ruled for its speaker, in its document or in all, and under that
-- one's name; those of speakers who are ruled to be nobody are not there
CREATE OR REPLACE VIEW memory.main.ruled_quotes AS
SELECT quotes.* EXCLUDE (entity, speaker), coalesce(here.becomes, everywhere.becomes, quotes.entity) AS entity,
    coalesce(known.name, quotes.speaker) AS speaker
FROM warehouse.main.quotes AS quotes
LEFT JOIN memory.main.becomes AS here ON here.document = quotes.document AND here.entity = quotes.entity
LEFT JOIN memory.main.becomes AS everywhere ON everywhere.document = '' AND everywhere.entity = quotes.entity
LEFT JOIN memory.main.ruled_entities AS known ON known.id = coalesce(here.becomes, everywhere.becomes, quotes.entity)
WHERE quotes.entity = '' OR coalesce(here.becomes, everywhere.becomes, quotes.entity) <> ''
