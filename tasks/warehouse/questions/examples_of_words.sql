-- in which document of this issue does each of these words stand most often, for its length?
SELECT term, arg_max(words.document, (words.count / sqrt(documents.words), words.document)) AS document
FROM words JOIN memory.main.members ON members.id = words.document JOIN documents ON documents.id = words.document
WHERE term IN (SELECT term FROM memory.main.terms) AND documents.language = $language AND documents.outcome = 'document'
GROUP BY term
