-- let this commit be the next after `since`, or none
UPDATE ledger SET revision = revision + 1 WHERE revision = $since
