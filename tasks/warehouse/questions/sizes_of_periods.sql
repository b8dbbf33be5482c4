-- how many words that count have the documents in each of these periods?
SELECT period, sum(count)::BIGINT FROM memory.main.used_before WHERE NOT phrase GROUP BY period
