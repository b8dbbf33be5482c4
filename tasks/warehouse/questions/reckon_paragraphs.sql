-- what these paragraphs are, now that some turned out to recur
UPDATE paragraphs SET kind = reckoned.kind
FROM memory.main.reckoned_paragraphs AS reckoned
WHERE paragraphs.document = reckoned.document AND paragraphs.position = reckoned.position
  AND paragraphs.kind <> reckoned.kind
