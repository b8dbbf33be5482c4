-- what is the earliest day that documents count for?
SELECT min(dated) FROM sources
