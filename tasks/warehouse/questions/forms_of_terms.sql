-- how are these terms written in this issue, and how often?
SELECT chosen.head, form, sum(count)::BIGINT AS times
FROM memory.main.used AS used JOIN memory.main.chosen AS chosen USING (term)
GROUP BY chosen.head, form ORDER BY chosen.head, times DESC, form
