-- The state of the role as one row; none if it does not exist. Any role may change its own settings and password, drop its privileges
-- (DROP OWNED), and create large objects. $1 = its settings in this database: others have their own; $2 = those that only superusers may set.
SELECT
    pg_has_role(r.oid, 'USAGE') OR (pg_has_role('pg_signal_backend', 'USAGE') AND pg_has_role('pg_read_all_stats', 'USAGE')) AS watched,
    r.rolcanlogin AND r.rolconnlimit = 50 AND r.rolconfig IS NULL
        AND here.settings @> $1 AND here.settings <@ ($1::text[] || $2::text[]) AND (here.settings @> $2 OR NOT own.rolsuper) AS set,
    has_schema_privilege(r.oid, 'tidemark', 'USAGE') AS granted,
    EXISTS (SELECT FROM pg_largeobject_metadata WHERE lomowner = r.oid) AS has_objects
FROM pg_roles r
CROSS JOIN (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) own
CROSS JOIN LATERAL (
    SELECT coalesce((
        SELECT s.setconfig FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase WHERE s.setrole = r.oid AND d.datname = current_database()
    ), '{}') AS settings) here
WHERE r.rolname = 'tidemark_reader'
