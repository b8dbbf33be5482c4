-- how many members have a relation of each kind?
SELECT relation, count(DISTINCT document) FROM relations JOIN memory.main.members ON members.id = relations.document
GROUP BY relation
