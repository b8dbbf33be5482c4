-- which of these entities did a document name before this period?
SELECT DISTINCT mentions.entity FROM memory.main.ruled_mentions AS mentions JOIN documents ON documents.id = mentions.document
WHERE mentions.entity IN (SELECT id FROM memory.main.named) AND documents.dated < $start
  AND documents.outcome = 'document' AND documents.id NOT IN (SELECT id FROM memory.main.members)
