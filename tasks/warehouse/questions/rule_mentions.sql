-- let questions read each mention under the entity that is ruled for it, in its document or in all; nobody's are not there
CREATE OR REPLACE VIEW memory.main.ruled_mentions AS
SELECT mentions.document, mentions."start", mentions."end", mentions.kind, mentions.surface,
    coalesce(here.becomes, everywhere.becomes, mentions.entity) AS entity
FROM warehouse.main.mentions AS mentions
LEFT JOIN memory.main.becomes AS here ON here.document = mentions.document AND here.entity = mentions.entity
LEFT JOIN memory.main.becomes AS everywhere ON everywhere.document = '' AND everywhere.entity = mentions.entity
WHERE coalesce(here.becomes, everywhere.becomes, mentions.entity) <> ''
