-- what these documents come to, now that some of their paragraphs turned out to recur
UPDATE documents SET words = reckoned.words, text_hash = reckoned.text_hash
FROM memory.main.reckoned AS reckoned WHERE documents.id = reckoned.id
