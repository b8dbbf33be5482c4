-- what is the number of the newest snapshot?
SELECT max(snapshot_id) FROM ducklake_snapshots('warehouse')
