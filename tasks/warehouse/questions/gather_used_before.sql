-- the words and phrases of the documents of these periods in this language, summed by period: how often, how often with a
-- capital, and how they are written where they are used most
CREATE OR REPLACE TABLE memory.main.used_before AS
WITH among AS (
    SELECT documents.id, periods.name AS period
    FROM documents JOIN memory.main.periods AS periods ON documents.dated BETWEEN periods."start" AND periods."end"
    WHERE outcome = 'document' AND language = $language AND documents.id NOT IN (SELECT id FROM memory.main.members)
),
every AS (
    SELECT period, term, form, count, false AS phrase FROM words JOIN among ON among.id = words.document
    UNION ALL
    SELECT period, term, form, count, true FROM phrases JOIN among ON among.id = phrases.document
)
SELECT period, term, phrase, sum(count)::BIGINT AS count,
    coalesce(sum(count) FILTER (form[1] <> lower(form[1])), 0)::BIGINT AS capitals, arg_max(form, (count, form)) AS form
FROM every GROUP BY period, term, phrase
