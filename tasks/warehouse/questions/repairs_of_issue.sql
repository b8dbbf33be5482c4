-- what was repaired in the documents of this issue, and how often?
SELECT rule, sum(count)::BIGINT AS times FROM repairs JOIN memory.main.members ON members.id = repairs.document
GROUP BY rule ORDER BY times DESC, rule
