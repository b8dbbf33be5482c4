-- what did the operators rule about names last?
SELECT text FROM rulings ORDER BY ruled DESC, text LIMIT 1
