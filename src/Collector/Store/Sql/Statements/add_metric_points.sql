INSERT INTO tidemark_store.metric_points ({columns})
SELECT {values}
FROM {rows}
ORDER BY identity, "time", started_at, shard
ON CONFLICT DO NOTHING
RETURNING identity, started_at, "time"
