-- the words and phrases of this issue's documents in this language, as they stand: asked once, for all questions on them
CREATE OR REPLACE TABLE memory.main.used AS
WITH among AS (
    SELECT documents.id FROM documents JOIN memory.main.members USING (id)
    WHERE outcome = 'document' AND language = $language
)
SELECT document, term, form, count, false AS phrase FROM words SEMI JOIN among ON among.id = words.document
UNION ALL
SELECT document, term, form, count, true FROM phrases SEMI JOIN among ON among.id = phrases.document
