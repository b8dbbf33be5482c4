"""What a worker does with one shard, rooms joined together: files -> documents, texts -> analyses. No Prefect in it."""
