-- what is measured of the language of each document of this issue?
SELECT documents.language, documents.publisher, documents.words, measures.sentences, measures.prose_words,
    measures.letters, measures.long_words, measures.windows, measures.types
FROM measures JOIN memory.main.members ON members.id = measures.document JOIN documents ON documents.id = measures.document
WHERE documents.outcome = 'document' ORDER BY measures.document
