"""The work. Shells with Prefect in them, and the rooms that they join together:

ingest.py analyse.py publish.py   the Prefect tasks: open, loop, call, save
comparison.py reindex.py          what joins texts, the rules of duplicates and the warehouse's index
engine.py shards/                 where work runs, and what a worker does with one shard
inbox/        bytes -> text: listing, encodings, one decoder a format
text/         text -> facts: normalise, metadata, language, sentences, tokens
duplicates/   facts -> relations: signatures, verification, rules
words/        counts -> statistics: keyness, trends, the reference list
entities/     text -> people, organisations, places
warehouse/    all state: connection, schema, writes; one .sql file a question
briefing/     facts -> Briefing -> charts -> HTML -> PDF
"""
