-- what is the newest day of documents that count, of all of them and of those of one run?
SELECT max(dated), max(dated) FILTER (run = $run) FROM sources WHERE outcome = 'document'
