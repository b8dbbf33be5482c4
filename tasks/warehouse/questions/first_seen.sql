-- which document had each of these paragraphs first?
SELECT hash, min("first") FROM paragraphs
WHERE hash IN (SELECT hash FROM memory.main.read_paragraphs) AND "first" <> ''
GROUP BY hash
