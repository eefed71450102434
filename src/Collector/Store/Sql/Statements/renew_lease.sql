-- $1 = job, $2 = holder, $3 = fencing, $4 = seconds (0 releases it), $5 = progress, $6 = seconds without further
-- progress. No row: another collector has the lease.
UPDATE tidemark_store.leases SET
    expires_at = clock_timestamp() + make_interval(secs => $4),
    progress = coalesce($5, progress),
    progress_at = CASE WHEN $5 IS NULL THEN progress_at ELSE clock_timestamp() - make_interval(secs => $6) END
WHERE job = $1 AND holder = $2 AND fencing = $3
