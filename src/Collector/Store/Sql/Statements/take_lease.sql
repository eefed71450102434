-- $1 = job, $2 = holder, $3 = seconds, $4 = seconds after which progress is ignored. Returns a row if the lease was free, had
-- expired, or was held by this collector. The database's clock decides, so that collectors' clocks need not agree.
INSERT INTO tidemark_store.leases AS l (job, holder, fencing, expires_at)
VALUES ($1, $2, 1, clock_timestamp() + make_interval(secs => $3))
ON CONFLICT (job, shard) DO UPDATE SET holder = excluded.holder, fencing = l.fencing + 1, expires_at = excluded.expires_at
WHERE l.expires_at <= clock_timestamp() OR l.holder = excluded.holder
RETURNING fencing, CASE WHEN progress_at > clock_timestamp() - make_interval(secs => $4) THEN progress END
