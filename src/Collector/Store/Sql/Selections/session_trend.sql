-- Reads the public schema only, so that the planner can inline it and skip columns that a caller does not select.
CREATE OR REPLACE FUNCTION tidemark.session_trend(
    "from" timestamptz, "to" timestamptz, step interval, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL)
RETURNS TABLE ("time" timestamptz, sessions bigint, median_duration_ms double precision, p95_duration_ms double precision,
    avg_tokens double precision, avg_cost_usd double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT date_bin(greatest($3, ($2 - $1) / 500, interval '1 second'), s.started_at, 'epoch'::timestamptz), count(*),
        percentile_cont(0.5) WITHIN GROUP (ORDER BY s.duration_ms), percentile_cont(0.95) WITHIN GROUP (ORDER BY s.duration_ms),
        avg(s.total_tokens)::float8, avg(s.cost_usd)::float8
    FROM tidemark.sessions_in($1, $2, $4, $5, $6, $7, $8) s
    WHERE s.started_at >= $1
    GROUP BY 1
    ORDER BY 1
$$;
COMMENT ON FUNCTION tidemark.session_trend(timestamptz, timestamptz, interval, text[], text[], text[], text[], text[]) IS
    'Sessions by start time, with their durations, tokens and cost as known now. Array filters as in tidemark.sessions_in; the step is increased if it '
    'would give more than 500 points.';
