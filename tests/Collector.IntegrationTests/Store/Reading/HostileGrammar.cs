using System.Globalization;

namespace Tidemark.Collector.IntegrationTests.Store.Reading;

/// <summary>A grammar of random harmful statements: rules refer to others in angle brackets.</summary>
internal sealed class HostileGrammar(Random random)
{
    private const int Deepest = 12;

    private static readonly Dictionary<string, string[]> Rules = new(StringComparer.Ordinal)
    {
        ["start"] = ["<said>", "<said>", "<set>;<said>", "BEGIN <mode>;<said>", "BEGIN <mode>;<said>;<said>;COMMIT", "COMMIT", "ROLLBACK", "ROLLBACK;<set>"],
        ["said"] = ["<read>", "<read>", "<lock>", "<call>", "<change>", "<role>", "<set>", "<session>"],
        ["mode"] = ["", "READ WRITE", "ISOLATION LEVEL REPEATABLE READ", "ISOLATION LEVEL SERIALIZABLE READ WRITE"],
        ["set"] =
        [
            "SET <limit> = 0", "SET <limit> = '10min'", "SELECT set_config('<limit>', '0', false)", "SET default_transaction_read_only = off",
            "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE", "SET search_path = <schema>", "SET work_mem = '64MB'", "SET enable_seqscan = off",
            "SET application_name = 'tidemark'", "SET TRANSACTION READ WRITE", "RESET ALL", "SET ROLE NONE", "SET SESSION AUTHORIZATION tidemark",
        ],
        ["limit"] = ["statement_timeout", "idle_in_transaction_session_timeout", "lock_timeout", "temp_file_limit", "deadlock_timeout"],
        ["schema"] = ["tidemark", "tidemark_store", "public", "pg_catalog", "pg_temp"],
        ["view"] = ["operations", "sessions", "session_events", "windows", "windows_now", "ledger", "series", "conversations", "models", "alert_limits"],
        ["table"] = ["operations", "sessions", "jobs", "migrations", "rollup_tiers", "rollup_deltas", "windows_current", "leases", "series"],
        ["relation"] = ["tidemark.<view>", "tidemark.<view>", "tidemark_store.<table>", "pg_catalog.pg_class", "pg_catalog.pg_authid"],
        ["read"] =
        [
            "SELECT count(*) FROM <relation>", "SELECT * FROM <relation> LIMIT <small>", "SELECT * FROM <relation> <rows>", "TABLE <relation>",
            "SELECT count(*) FROM <relation> a CROSS JOIN <relation> b",
            "SELECT operations FROM tidemark.stats(now() - interval '<small> hours', now(), 'model')",
            "DECLARE c<small> CURSOR WITH HOLD FOR SELECT * FROM <relation>", "FETCH <small> FROM c<small>", "COPY <relation> TO 'mine'",
            "EXPLAIN ANALYZE SELECT * FROM <relation>",
        ],
        ["rows"] = ["FOR UPDATE", "FOR SHARE", "FOR NO KEY UPDATE NOWAIT", "FOR KEY SHARE SKIP LOCKED"],
        ["lock"] = [
            "LOCK TABLE <relation> IN <strength> MODE", "LOCK TABLE <relation> IN <strength> MODE NOWAIT", "SELECT <advisory>",
            "SELECT count(<advisory>) FROM generate_series(1, <large>) n"
        ],
        ["strength"] = ["ACCESS SHARE", "ROW SHARE", "ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
        ["advisory"] =
        [
            "pg_advisory_lock(<key>)", "pg_advisory_xact_lock(<key>)", "pg_try_advisory_lock(<key>)", "pg_advisory_lock_shared(<key>)",
            "pg_advisory_xact_lock(<small>, <small>)", "pg_advisory_unlock_all()",
        ],
        ["key"] = ["<large>", "8390045653174710631", "8390045653174710632", "8388346167743836779", "8388346167743836780"],
        ["small"] = ["1", "2", "3", "7", "24"],
        ["large"] = ["1000", "30000", "123456"],
        ["call"] =
        [
            "SELECT pg_sleep(0.<small>)", "SELECT pg_sleep(<small>)", "SELECT <signal>(pid) FROM pg_stat_activity", "SELECT lo_create(0)",
            "SELECT lo_from_bytea(0, 'x')", "SELECT pg_notify('a', 'b')",
            "SELECT pg_current_xact_id()", "SELECT pg_export_snapshot()", "SELECT pg_logical_emit_message(true, 'a', 'b')", "SELECT pg_reload_conf()",
            "SELECT pg_switch_wal()",
            "SELECT pg_stat_reset()", "SELECT pg_read_file('postmaster.pid')", "SELECT nextval('tidemark_store.series_number_seq')",
            "SELECT tidemark_store.drop_partitions('operations', current_date + 1)",
            "SELECT length(repeat('x', <large>))", "SELECT query_to_xml('SELECT <advisory>', true, true, '')", "DO $$ BEGIN PERFORM pg_sleep(<small>) END $$",
        ],
        ["signal"] = ["pg_terminate_backend", "pg_cancel_backend", "pg_log_backend_memory_contexts"],
        ["change"] =
        [
            "DELETE FROM <relation>", "UPDATE <relation> SET session_id = 'x'", "TRUNCATE <relation>", "DROP VIEW tidemark.<view>",
            "DROP TABLE tidemark_store.<table>", "DROP SCHEMA <schema> CASCADE",
            "INSERT INTO tidemark.alert_limits VALUES ('x', 1)", "CREATE TABLE <schema>.mine (n int)", "CREATE TEMP TABLE mine<small> (n int)",
            "CREATE SCHEMA mine", "CREATE VIEW <schema>.mine AS SELECT 1",
            "CREATE FUNCTION <schema>.now() RETURNS int LANGUAGE sql AS 'SELECT 1'", "CREATE EXTENSION dblink", "ALTER TABLE <relation> ADD COLUMN mine int",
            "ALTER VIEW tidemark.<view> OWNER TO tidemark_reader",
            "VACUUM FULL <relation>", "ANALYZE <relation>", "REINDEX SCHEMA <schema>", "CLUSTER", "COMMENT ON VIEW tidemark.<view> IS 'x'",
            "CREATE INDEX ON <relation> ((1))", "REFRESH MATERIALIZED VIEW tidemark.<view>",
        ],
        ["role"] =
        [
            "ALTER ROLE tidemark_reader SET <limit> = 0", "ALTER ROLE tidemark_reader IN DATABASE tidemark SET search_path = <schema>",
            "ALTER ROLE tidemark_reader RESET ALL", "ALTER ROLE tidemark_reader SUPERUSER",
            "ALTER ROLE tidemark_reader CONNECTION LIMIT 0", "ALTER ROLE tidemark_reader NOLOGIN", "ALTER ROLE tidemark PASSWORD 'x'",
            "GRANT tidemark TO tidemark_reader", "REVOKE ALL ON <relation> FROM tidemark_reader",
            "REVOKE USAGE ON SCHEMA tidemark FROM tidemark_reader", "DROP OWNED BY tidemark_reader", "REASSIGN OWNED BY tidemark_reader TO tidemark",
            "CREATE ROLE mine", "DROP ROLE tidemark_reader",
            "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC", "ALTER ROLE tidemark_reader SET session_preload_libraries = 'x'",
            "ALTER ROLE tidemark_reader SET local_preload_libraries = 'x'",
            "ALTER ROLE tidemark_reader SET default_transaction_isolation = 'serializable'",
        ],
        ["session"] =
        [
            "LISTEN a", "NOTIFY a", "SAVEPOINT a", "ROLLBACK TO a", "PREPARE TRANSACTION 'mine'", "PREPARE p<small> AS SELECT count(*) FROM <relation>",
            "EXECUTE p<small>", "DISCARD ALL", "CHECKPOINT", "LOAD 'auto_explain'",
            "ALTER SYSTEM SET fsync = off", "ALTER DATABASE tidemark SET default_transaction_read_only = on", "ALTER DATABASE tidemark CONNECTION LIMIT 0",
            "DROP DATABASE tidemark",
        ],
    };

    public string Next() => Expand("start", 0);

    private string Expand(string rule, int depth)
    {
        if (depth > Deepest) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Rule {rule} names itself."));
        var choices = Rules[rule];
        var text = choices[random.Next(choices.Length)];
        for (var open = text.IndexOf('<', StringComparison.Ordinal); open >= 0; open = text.IndexOf('<', open))
        {
            var close = text.IndexOf('>', open);
            var expanded = Expand(text[(open + 1)..close], depth + 1);
            text = string.Concat(text.AsSpan(0, open), expanded, text.AsSpan(close + 1));
            open += expanded.Length;
        }

        return text;
    }
}
