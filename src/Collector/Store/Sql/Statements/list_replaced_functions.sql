-- To PostgreSQL, a function with other parameters is another function: the old one remains, and calls that omit parameters match both.
SELECT p.oid::regprocedure::text
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname IN ('tidemark', 'tidemark_store')
  AND p.xmin <> pg_current_xact_id()::xid
  AND EXISTS (SELECT FROM pg_proc other WHERE other.pronamespace = p.pronamespace AND other.proname = p.proname AND other.xmin = pg_current_xact_id()::xid)
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid AND d.deptype = 'n')
