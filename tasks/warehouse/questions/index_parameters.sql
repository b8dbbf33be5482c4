-- what was the index of these keys made with?
SELECT name, value FROM parameters
