-- how often does each of these terms stand in each of these periods?
SELECT chosen.head, period, sum(count)::BIGINT
FROM memory.main.used_before AS used JOIN memory.main.chosen AS chosen USING (term)
GROUP BY chosen.head, period
