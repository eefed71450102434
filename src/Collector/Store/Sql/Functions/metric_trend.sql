CREATE OR REPLACE FUNCTION tidemark.metric_trend(
    metrics text[], "from" timestamptz, "to" timestamptz, step interval, measure text DEFAULT 'avg', keys text[] DEFAULT '{}',
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, except_value text DEFAULT NULL)
RETURNS TABLE ("time" timestamptz, label text, value double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH width AS (
        SELECT greatest(extract(epoch FROM $4)::float8, extract(epoch FROM $3 - $2)::float8 / 500, 1) AS seconds
    ), points AS (
        SELECT tidemark_store.floor_to(p."time", w.seconds) AS at, p.service,
            coalesce((SELECT p.attributes ->> k.key FROM unnest($6) WITH ORDINALITY AS k (key, place) WHERE p.attributes ? k.key ORDER BY k.place LIMIT 1),
                '') AS part,
            CASE WHEN $5 = 'avg' THEN coalesce(p.value, p.sum / nullif(p.count, 0)) ELSE coalesce(p.value, p.sum, p.count) END AS value, w.seconds
        FROM width w
        CROSS JOIN tidemark.metric_points p
        WHERE p.metric = ANY ($1) AND p."time" >= $2 AND p."time" < $3
          AND tidemark.is_wanted(p.service, $7) AND tidemark.is_wanted(p.environment, $8)
    ), shown AS MATERIALIZED (
        SELECT at, service || CASE WHEN part = '' THEN '' ELSE ' ' || part END AS label, min(seconds) AS seconds,
            CASE $5 WHEN 'rate' THEN sum(value) / min(seconds) WHEN 'max' THEN max(value) ELSE avg(value) END AS value
        FROM points
        WHERE part IS DISTINCT FROM $9
        GROUP BY at, service, part
    ), gaps AS (
        SELECT s.at + make_interval(secs => s.seconds) AS at, s.label
        FROM (SELECT at, label, seconds, lead(at) OVER (PARTITION BY label ORDER BY at) AS next FROM shown) s
        WHERE s.next > s.at + make_interval(secs => greatest(s.seconds * 2.5, 150))
    )
    SELECT at, label, value FROM shown
    UNION ALL
    SELECT at, label, NULL FROM gaps
    ORDER BY 1, 2
$$;
COMMENT ON FUNCTION tidemark.metric_trend(text[], timestamptz, timestamptz, interval, text, text[], text[], text[], text) IS
    'A metric per step, by service and the first of the given attributes that is set: its mean, its maximum, or for counters its rate (increase per '
    'second). Points whose attribute equals except_value are excluded. A row with NULL marks a gap of several steps without points. Array filters as in '
    'tidemark.stats.';
