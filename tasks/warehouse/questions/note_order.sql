-- note which documents an index is of, in the order they were taken in: their keys stand in it, as far as they have some
CREATE OR REPLACE TABLE memory.main.taken_in AS
SELECT
    documents.id, documents.text_hash, documents.words,
    row_number() OVER (ORDER BY sources.received, held.place NULLS LAST, documents.rowid) AS place
FROM documents JOIN sources USING (id)
LEFT JOIN (SELECT document, min(rowid) AS place FROM keys GROUP BY document) AS held ON held.document = documents.id
WHERE documents.outcome IN ('document', 'superseded')
