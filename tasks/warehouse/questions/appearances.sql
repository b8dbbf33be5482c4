-- where does each document up to this day name these entities first, with some words around?
SELECT mentions.entity, mentions.document, documents.dated, arg_min(surface, "start"),
    arg_min(substring(text, greatest("start" - $around, 0) + 1, least("start", $around)), "start"),
    arg_min(substring(text, "end" + 1, $around), "start")
FROM mentions JOIN documents ON documents.id = mentions.document
WHERE documents.outcome = 'document' AND documents.dated <= $end AND mentions.entity IN (SELECT id FROM memory.main.named)
GROUP BY mentions.entity, mentions.document, documents.dated ORDER BY mentions.entity, mentions.document
