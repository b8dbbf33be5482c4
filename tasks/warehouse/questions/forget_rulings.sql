-- take out what was ruled about names before
DELETE FROM rulings
