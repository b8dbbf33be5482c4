-- what is the newest day that documents count for, of all of them and of those of one run?
SELECT max(dated), max(dated) FILTER (run = $run) FROM sources WHERE outcome <> 'rejected'
