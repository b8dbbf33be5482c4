-- let questions read each quote under the entity that is ruled for its speaker, in its document or in all
CREATE OR REPLACE VIEW memory.main.ruled_quotes AS
SELECT quotes.* EXCLUDE (entity), coalesce(here.becomes, everywhere.becomes, quotes.entity) AS entity
FROM warehouse.main.quotes AS quotes
LEFT JOIN memory.main.becomes AS here ON here.document = quotes.document AND here.entity = quotes.entity
LEFT JOIN memory.main.becomes AS everywhere ON everywhere.document = '' AND everywhere.entity = quotes.entity
