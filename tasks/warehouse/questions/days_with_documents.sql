-- for which days are there sources, earliest first?
SELECT DISTINCT dated FROM sources ORDER BY dated
