-- let these be the keys: each leads to the first documents that have it, so many of each kind
INSERT INTO keys (kind, key, document)
SELECT signed_keys.kind, signed_keys.key, taken_in.id
FROM memory.main.signed_keys AS signed_keys
JOIN memory.main.signed AS signed USING (number)
JOIN memory.main.taken_in AS taken_in USING (id, text_hash)
QUALIFY row_number() OVER (PARTITION BY signed_keys.kind, signed_keys.key ORDER BY taken_in.place)
    <= CASE signed_keys.kind WHEN 'band' THEN $band WHEN 'passage' THEN $passage ELSE $article END
ORDER BY taken_in.place, signed_keys.kind, signed_keys.key
