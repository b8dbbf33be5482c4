-- which persons does this issue name?
SELECT DISTINCT entity FROM mentions JOIN memory.main.members ON members.id = mentions.document
JOIN documents ON documents.id = mentions.document AND documents.outcome = 'document'
WHERE starts_with(entity, 'person:') ORDER BY entity
