-- how many words that count has each of this issue's documents?
SELECT document, sum(count)::BIGINT AS words FROM memory.main.used WHERE NOT phrase GROUP BY document ORDER BY document
