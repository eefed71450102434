-- What its own age ends: fine rollups before coarse ones, and what only summarised rows that are long gone. $1 = now, $2 = days of raw data.
WITH fine AS (
    DELETE FROM tidemark_store.rollups WHERE tier = 10 AND bucket < $1 - interval '2 days'
), medium AS (
    DELETE FROM tidemark_store.rollups WHERE tier = 300 AND bucket < $1 - interval '35 days'
), coarse AS (
    DELETE FROM tidemark_store.rollups WHERE tier = 3600 AND bucket < $1 - interval '400 days'
), ledger AS (
    DELETE FROM tidemark_store.ledger WHERE minute < $1 - interval '400 days'
), streams AS (
    DELETE FROM tidemark_store.metric_streams WHERE last_at < $1 - make_interval(days => $2)
), calls AS (
    DELETE FROM tidemark_store.calls WHERE started_at < $1 - make_interval(days => $2)
), chains AS (
    DELETE FROM tidemark_store.conversations WHERE last_seen_at < $1 - interval '400 days'
)
DELETE FROM tidemark_store.sessions WHERE status = 3 AND last_seen_at < $1 - interval '400 days'
