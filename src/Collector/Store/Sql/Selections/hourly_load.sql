-- Two weeks per call: over longer ranges a time series has steps of more than an hour.
CREATE OR REPLACE FUNCTION tidemark.hourly_load(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL)
RETURNS TABLE (hour timestamptz, operations bigint)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH edges AS (
        SELECT tidemark_store.floor_to($1, 3600) AS low, least($2, now()) AS high
    ), steps AS MATERIALIZED (
        SELECT t."time" AS hour, t.operations
        FROM edges e
        CROSS JOIN LATERAL generate_series(e.low, e.high, interval '14 days') AS part (low)
        CROSS JOIN LATERAL tidemark.timeseries(greatest(part.low, $1), least(part.low + interval '14 days', e.high), interval '1 hour',
            services => $3, environments => $4, providers => $5, models => $6, agents => $7) t
    ), data AS (
        SELECT min(s.hour) AS first, max(s.hour) AS last FROM steps s
    )
    SELECT l.hour, CASE WHEN l.is_whole THEN l.operations ELSE p.operations END
    FROM (
        SELECT h.hour, e.high, coalesce(s.operations, 0) AS operations, w.is_whole, bool_or(w.is_whole) OVER () AS has_whole
        FROM edges e
        CROSS JOIN data d
        CROSS JOIN LATERAL generate_series(d.first, d.last, interval '1 hour') AS h (hour)
        CROSS JOIN LATERAL (SELECT h.hour >= $1 AND h.hour + interval '1 hour' <= e.high AS is_whole) w
        LEFT JOIN steps s ON s.hour = h.hour
    ) l
    -- Only the part of an hour within the range.
    LEFT JOIN LATERAL (
        SELECT t.operations
        FROM tidemark.stats(greatest(l.hour, $1), least(l.hour + interval '1 hour', l.high),
            services => $3, environments => $4, providers => $5, models => $6, agents => $7) t
        WHERE NOT l.has_whole
    ) p ON true
    -- Partial hours are excluded, as they would appear quiet, unless the range has no whole hour.
    WHERE l.is_whole OR p.operations > 0
    ORDER BY l.hour
$$;
COMMENT ON FUNCTION tidemark.hourly_load(timestamptz, timestamptz, text[], text[], text[], text[], text[]) IS
    'Operations per whole hour between the first and the last hour with data in a range, including hours without any; if there is no whole hour, per part '
    'of an hour. Array filters as in tidemark.stats.';
