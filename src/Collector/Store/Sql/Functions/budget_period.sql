-- Days have the length of the time zone: 23 or 25 hours when daylight saving time begins or ends.
CREATE OR REPLACE FUNCTION tidemark_store.budget_period(at timestamptz, period text, time_zone text, week_start smallint)
RETURNS TABLE (period_start timestamptz, period_end timestamptz)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT day AT TIME ZONE time_zone, (day + ('1 ' || period)::interval) AT TIME ZONE time_zone
    FROM (
        SELECT date_trunc(period, at AT TIME ZONE time_zone - shift) + shift AS day
        FROM (SELECT make_interval(days => CASE WHEN period = 'week' THEN week_start - 1 ELSE 0 END) AS shift) AS shifted
    ) AS local
$$;
COMMENT ON FUNCTION tidemark_store.budget_period(timestamptz, text, text, smallint) IS
    'The day, week or month in a time zone that contains a given time. week_start: 1 = Monday to 7 = Sunday.';
