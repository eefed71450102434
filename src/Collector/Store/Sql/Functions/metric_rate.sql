CREATE OR REPLACE FUNCTION tidemark.metric_rate(metric text, "from" timestamptz, "to" timestamptz, step interval)
RETURNS TABLE ("time" timestamptz, service text, environment text, attributes jsonb, rate double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT tidemark_store.floor_to(p."time", greatest(extract(epoch FROM $4)::float8, 1)), p.service, nullif(p.environment, ''), p.attributes,
        sum(coalesce(p.value, p.sum, p.count)) / greatest(extract(epoch FROM $4)::float8, 1)
    FROM tidemark_store.metric_points p
    WHERE p.metric = $1 AND p."time" >= $2 AND p."time" < $3
    GROUP BY 1, 2, 3, 4
    ORDER BY 1, 2, 3, 4
$$;
COMMENT ON FUNCTION tidemark.metric_rate(text, timestamptz, timestamptz, interval) IS
    'Increase per second of a counter (for a histogram: of its sum), per time step, service and attribute set.';
