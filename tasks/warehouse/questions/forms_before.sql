-- how are these terms written in the earlier periods, and how often?
SELECT chosen.head, form, sum(count)::BIGINT AS times
FROM memory.main.used_before AS used JOIN memory.main.chosen AS chosen USING (term)
GROUP BY chosen.head, form ORDER BY chosen.head, times DESC, form
