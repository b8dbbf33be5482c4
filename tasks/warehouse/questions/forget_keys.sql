-- take what these documents say out of the index; what is known of them beside stays
DELETE FROM keys WHERE document IN (SELECT id FROM memory.main.wanted) AND kind <> 'article'
