-- A forecast from habit: the mean of the same hour of the day over two weeks, scaled by how the last day compares with them.
CREATE OR REPLACE FUNCTION tidemark.load_forecast(
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, providers text[] DEFAULT NULL, models text[] DEFAULT NULL,
    agents text[] DEFAULT NULL)
RETURNS TABLE ("time" timestamptz, day_before bigint, expected double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH history AS MATERIALIZED (
        SELECT h."time", coalesce(t.operations, 0) AS operations
        FROM generate_series(date_trunc('hour', now()) - interval '14 days', date_trunc('hour', now()) - interval '1 hour', interval '1 hour') AS h ("time")
        LEFT JOIN tidemark.timeseries(date_trunc('hour', now()) - interval '14 days', date_trunc('hour', now()), interval '1 hour',
            services => $1, environments => $2, providers => $3, models => $4, agents => $5) t ON t."time" = h."time"
    ), known AS (
        SELECT * FROM history WHERE "time" >= (SELECT min("time") FROM history WHERE operations > 0)
    ), habit AS (
        SELECT extract(hour FROM "time" AT TIME ZONE 'UTC') AS hour, avg(operations) AS operations FROM known GROUP BY 1
    ), level AS (
        SELECT avg(operations) AS usual, avg(operations) FILTER (WHERE "time" >= date_trunc('hour', now()) - interval '1 day') AS lately FROM known
    )
    SELECT ahead."time", k.operations, coalesce(b.operations, l.usual)::float8 * coalesce(l.lately / nullif(l.usual, 0), 1)::float8
    FROM generate_series(date_trunc('hour', now()), date_trunc('hour', now()) + interval '23 hours', interval '1 hour') AS ahead ("time")
    CROSS JOIN level l
    LEFT JOIN habit b ON b.hour = extract(hour FROM ahead."time" AT TIME ZONE 'UTC')
    LEFT JOIN known k ON k."time" = ahead."time" - interval '1 day'
    WHERE l.usual IS NOT NULL
    ORDER BY ahead."time"
$$;
COMMENT ON FUNCTION tidemark.load_forecast(text[], text[], text[], text[], text[]) IS
    'Operations expected in each of the next 24 hours, beside those of the same hour a day before. Array filters as in tidemark.stats.';
