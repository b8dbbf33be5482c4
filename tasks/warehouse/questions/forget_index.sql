-- let nothing be found by any key
DELETE FROM keys
