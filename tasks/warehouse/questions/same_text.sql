-- which document has the same text as one of these, of those that count or did until a revision came?
SELECT text_hash, arg_min(id, (dated, id)) FROM documents
WHERE text_hash IN (SELECT text_hash FROM memory.main.read_hashes) AND outcome IN ('document', 'superseded')
GROUP BY text_hash
