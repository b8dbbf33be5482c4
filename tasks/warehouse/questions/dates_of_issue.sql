-- when did or will happen what this issue tells of?
SELECT dates.document, dates."start", value
FROM dates JOIN memory.main.members ON members.id = dates.document
JOIN documents ON documents.id = dates.document AND documents.outcome = 'document'
WHERE event ORDER BY value, dates.document, dates."start"
