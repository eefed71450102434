-- The mean of the same hour of the day over two weeks, scaled by the ratio of the last day to them. With less than two weeks, or data in less
-- than half of their hours, there is no forecast.
CREATE OR REPLACE FUNCTION tidemark.load_forecast(
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, providers text[] DEFAULT NULL, models text[] DEFAULT NULL,
    agents text[] DEFAULT NULL)
RETURNS TABLE ("time" timestamptz, day_before bigint, expected double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH this AS (
        SELECT date_bin('1 hour', now(), 'epoch'::timestamptz) AS hour
    ), steps AS MATERIALIZED (
        SELECT t."time", t.operations
        FROM this, tidemark.timeseries(this.hour - interval '14 days', this.hour, interval '1 hour',
            services => $1, environments => $2, providers => $3, models => $4, agents => $5) t
    ), history AS MATERIALIZED (
        SELECT h."time", coalesce(s.operations, 0) AS operations
        FROM this
        CROSS JOIN generate_series(this.hour - interval '336 hours', this.hour - interval '1 hour', interval '1 hour') AS h ("time")
        LEFT JOIN steps s ON s."time" = h."time"
        WHERE (SELECT count(*) >= 168 AND min(x."time") <= this.hour - interval '324 hours' FROM steps x)
    ), habit AS (
        SELECT extract(hour FROM "time" AT TIME ZONE 'UTC') AS hour, avg(operations) AS operations FROM history GROUP BY 1
    ), level AS (
        SELECT avg(h.operations) AS usual, avg(h.operations) FILTER (WHERE h."time" >= this.hour - interval '24 hours') AS lately
        FROM this, history h
    )
    SELECT ahead."time", k.operations, (b.operations * coalesce(l.lately / nullif(l.usual, 0), 1))::float8
    FROM this
    CROSS JOIN generate_series(this.hour, this.hour + interval '23 hours', interval '1 hour') AS ahead ("time")
    CROSS JOIN level l
    JOIN habit b ON b.hour = extract(hour FROM ahead."time" AT TIME ZONE 'UTC')
    LEFT JOIN history k ON k."time" = ahead."time" - interval '24 hours'
    ORDER BY ahead."time"
$$;
COMMENT ON FUNCTION tidemark.load_forecast(text[], text[], text[], text[], text[]) IS
    'Expected operations in each of the next 24 hours, with those of the same hour of the day before, by UTC hours. No rows until there are two weeks of '
    'data. Array filters as in tidemark.stats.';
