-- how much of what does this issue tell of?
SELECT figures.document, figures."start", figures."end", value, unit, sort, bound
FROM figures JOIN memory.main.members ON members.id = figures.document
JOIN documents ON documents.id = figures.document AND documents.outcome = 'document'
ORDER BY figures.document, figures."start"
