-- which earlier documents share a band with one of these?
SELECT DISTINCT fresh.document, bands.document AS other FROM memory.main.fresh_bands AS fresh JOIN bands USING (key)
