-- The transaction ($1 at most, starting with the oldest open one) up to which a reader can distinguish open ones from the others.
-- A snapshot taken during recovery lists no open transactions, so each one is checked. Run before the events are read:
-- a transaction that was open then and is committed by the time of the read counts as open, never the other way round.
SELECT
    horizon.until::text::xid8,
    ARRAY(
        SELECT candidate::text::xid8
        FROM generate_series(horizon.oldest, horizon.until - 1) AS candidate
        WHERE pg_xact_status(candidate::text::xid8) = 'in progress'
        ORDER BY candidate)
FROM (
    SELECT
        pg_snapshot_xmin(snapshot)::text::bigint AS oldest,
        least(pg_snapshot_xmax(snapshot)::text::bigint, pg_snapshot_xmin(snapshot)::text::bigint + $1) AS until
    FROM pg_current_snapshot() AS snapshot) AS horizon
