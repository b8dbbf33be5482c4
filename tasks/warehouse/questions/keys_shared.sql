-- which earlier documents share the most keys of each kind with one of these, and how many?
SELECT document, kind, other, count(*) AS shared FROM memory.main.met GROUP BY document, kind, other
QUALIFY row_number() OVER (PARTITION BY document, kind ORDER BY count(*) DESC, other) <= $most
