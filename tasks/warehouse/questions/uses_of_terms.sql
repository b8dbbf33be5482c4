-- how often does each of these terms stand in each of this issue's documents?
SELECT chosen.head AS term, document, sum(count)::BIGINT AS count
FROM memory.main.used AS used JOIN memory.main.chosen AS chosen USING (term)
GROUP BY chosen.head, document ORDER BY chosen.head, document
