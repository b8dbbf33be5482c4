"""All state: a DuckLake of SQL tables over Parquet files; one question a file in `questions/`."""
