-- Arrivals of the last $1 minutes, by source and signal, busiest first.
SELECT
    ledger.source,
    ledger.signal,
    sum(ledger.received)::bigint AS received,
    sum(ledger.stored)::bigint AS stored,
    sum(ledger.duplicate)::bigint AS duplicate,
    sum(ledger.rejected)::bigint AS rejected,
    sum(ledger.ignored)::bigint AS ignored,
    sum(ledger.waiting)::bigint AS waiting,
    max(ledger.minute) AS last_minute
FROM tidemark.ledger
WHERE ledger.minute > date_trunc('minute', now(), 'UTC') - make_interval(mins => $1::int)
  AND ledger.received > 0
GROUP BY ledger.source, ledger.signal
ORDER BY received DESC, ledger.source, ledger.signal
LIMIT 100
