-- how often, and in how many documents, does each word of this issue stand in it?
SELECT term, sum(count)::BIGINT AS count, count(*) AS documents
FROM words JOIN memory.main.members ON members.id = words.document
GROUP BY term ORDER BY term
