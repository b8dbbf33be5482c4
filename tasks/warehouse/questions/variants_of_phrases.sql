-- which phrases of this issue and of the earlier periods are joined under these?
SELECT headed.term, headed.head
FROM memory.main.headed AS headed SEMI JOIN memory.main.candidates AS candidates ON candidates.term = headed.head
ORDER BY ALL
