-- Day partitions, made ahead of time and dropped by age: never made from what a client sent.
CREATE FUNCTION tidemark_store.make_partitions(parent text, first_day date, last_day date) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    day date;
    name text;
    made integer := 0;
BEGIN
    FOR day IN SELECT generate_series(first_day, last_day, interval '1 day')::date LOOP
        name := parent || '_' || to_char(day, 'YYYYMMDD');
        IF to_regclass('tidemark_store.' || name) IS NULL THEN
            EXECUTE format('CREATE TABLE tidemark_store.%I PARTITION OF tidemark_store.%I FOR VALUES FROM (%L) TO (%L)',
                name, parent, day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
            made := made + 1;
        END IF;
    END LOOP;
    RETURN made;
END $$;
COMMENT ON FUNCTION tidemark_store.make_partitions(text, date, date) IS 'Makes the missing day partitions of a table; returns how many.';

CREATE FUNCTION tidemark_store.drop_partitions(parent text, before_day date) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    name text;
    dropped integer := 0;
BEGIN
    FOR name IN
        SELECT c.relname
        FROM pg_inherits i
        JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = ('tidemark_store.' || parent)::regclass
          AND c.relname ~ ('^' || parent || '_[0-9]{8}$')
          AND to_date(right(c.relname, 8), 'YYYYMMDD') < before_day
        ORDER BY 1
    LOOP
        EXECUTE format('DROP TABLE tidemark_store.%I', name);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END $$;
COMMENT ON FUNCTION tidemark_store.drop_partitions(text, date) IS 'Drops the day partitions of a table that lie wholly before a day; returns how many.';
