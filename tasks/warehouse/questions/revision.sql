-- how many commits were there?
SELECT revision FROM ledger
