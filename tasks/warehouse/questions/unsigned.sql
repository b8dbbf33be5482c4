-- which of the documents noted have not been signed as they are now?
SELECT id, text_hash, words FROM memory.main.taken_in ANTI JOIN memory.main.signed USING (id, text_hash) ORDER BY place
