-- for which days are there documents that count, earliest first?
SELECT DISTINCT dated FROM sources WHERE outcome = 'document' ORDER BY dated
