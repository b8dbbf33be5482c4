-- how many documents up to this day count?
SELECT count(*) FROM documents WHERE outcome = 'document' AND dated <= $end
