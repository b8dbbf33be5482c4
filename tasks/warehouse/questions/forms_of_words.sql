-- how is each of these words most often written in this issue?
SELECT term, arg_max(form, (times, form)) FROM (
    SELECT term, form, sum(count) AS times FROM words
    JOIN memory.main.members ON members.id = words.document JOIN documents ON documents.id = words.document
    WHERE term IN (SELECT term FROM memory.main.terms) AND documents.language = $language AND documents.outcome = 'document'
GROUP BY term, form
) GROUP BY term
