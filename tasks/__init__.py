"""The work. Shells with Prefect in them, and the rooms that they join together:

ingest.py analyse.py publish.py   the Prefect tasks: open, loop, call, save
comparison.py reindex.py          what joins texts, the rules of duplicates and the warehouse's index
gathering/                        what joins statistics and the warehouse: the facts of an issue, a section a file
engine.py shards/                 where work runs, and what a worker does with one shard
inbox/        bytes -> text: listing, encodings, one decoder a format
text/         text -> facts: normalise, metadata, language, sentences, tokens
duplicates/   facts -> relations: signatures, verification, rules
words/        text -> counts -> statistics: headwords, phrases, keyness, trends, measures of language
stories/      counted documents -> stories: groups, headlines, sentences, lasting ids
entities/     text -> people, organisations, places
warehouse/    all state: connection, schema, writes; one .sql file a question
briefing/     facts -> Briefing -> charts -> HTML -> PDF
"""
