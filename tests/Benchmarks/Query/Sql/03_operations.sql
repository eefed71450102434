-- {operations} over seven days up to now, in {sessions} sessions of half an hour, in order of time.
INSERT INTO tidemark_store.operations (
    trace_id, trace_hash, span_id, shard, started_at, duration_us, series, traits, session_id, conversation_id, user_id,
    input_tokens, output_tokens, cache_read_tokens, ttft_ms, cost_usd, cost_source, error_type, error_class, source)
SELECT md5((n / 10)::text)::uuid, hashint8(n / 10), n, (k % 256)::smallint, at, us, s.number,
    p.p + 1, 'session-' || k, 'conversation-' || k, 'user-' || k % {users},
    input, output, cached, CASE WHEN p.kind = 1 THEN us / 4000.0 END,
    CASE WHEN p.kind = 1 THEN (input * 0.000002 + output * 0.00001)::numeric(18, 8) END, CASE WHEN p.kind = 1 THEN 2 END,
    CASE WHEN is_failed THEN 'timeout' END, CASE WHEN is_failed THEN 'timeout' END, 1
FROM (
    SELECT n, k, (k % 4) * 10 + (h % 10)::integer AS profile,
        now() - interval '7 days' + interval '7 days' * (k::float8 / {sessions}) * 0.997
            + interval '30 minutes' * (m::float8 * {sessions} / {operations}) AS at,
        (exp((h % 1000) / 1000.0 * 6) * 20000)::bigint AS us,
        h % 37 = 0 AS is_failed, h
    FROM generate_series(0, {operations}::bigint - 1) AS n
    CROSS JOIN LATERAL (SELECT n * {sessions} / {operations} AS k) AS session
    CROSS JOIN LATERAL (SELECT n - (k * {operations} + {sessions} - 1) / {sessions} AS m, hashint8(n)::bigint & 2147483647 AS h) AS place
) AS x
JOIN bench_profiles p ON p.p = x.profile
JOIN bench_scopes s ON s.p = p.p AND s.scope = 6
CROSS JOIN LATERAL (
    SELECT CASE WHEN p.kind = 1 THEN 500 + (h % 20000)::integer END AS input,
        CASE WHEN p.kind = 1 THEN (h % 900)::integer END AS output,
        CASE WHEN p.kind = 1 THEN (h % 400)::integer END AS cached
) AS tokens
ORDER BY n;
