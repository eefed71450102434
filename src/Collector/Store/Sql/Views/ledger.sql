CREATE OR REPLACE VIEW tidemark.ledger AS
SELECT minute,
    source,
    (ARRAY['traces', 'metrics', 'logs'])[signal] AS signal,
    sum(received)::bigint AS received,
    sum(stored)::bigint AS stored,
    sum(duplicate)::bigint AS duplicate,
    sum(rejected)::bigint AS rejected,
    sum(ignored)::bigint AS ignored,
    sum(unpriced)::bigint AS unpriced,
    sum(content_dropped)::bigint AS content_dropped,
    sum(waiting)::bigint AS waiting,
    sum(conflict)::bigint AS conflict
FROM tidemark_store.ledger
GROUP BY minute, source, signal;
COMMENT ON VIEW tidemark.ledger IS
    'Items received per minute of arrival, source and signal. Always: received = stored + duplicate + rejected + ignored + waiting. conflict: duplicates '
    'with numbers that differ from the stored ones; the first report counts.';
