-- $1 = job, $2 = holder, $3 = fencing, $4 = seconds (0 gives it back), $5 = progress, $6 = for how many seconds it has been no
-- more than that. No row: another collector has it.
UPDATE tidemark_store.leases SET
    expires_at = clock_timestamp() + make_interval(secs => $4),
    progress = coalesce($5, progress),
    progress_at = CASE WHEN $5 IS NULL THEN progress_at ELSE clock_timestamp() - make_interval(secs => $6) END
WHERE job = $1 AND holder = $2 AND fencing = $3
