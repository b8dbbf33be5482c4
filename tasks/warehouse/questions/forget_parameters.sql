-- let it be open what the index is made with
DELETE FROM parameters
