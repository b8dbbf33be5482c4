-- what did the operators rule about names last?
SELECT text FROM rulings
