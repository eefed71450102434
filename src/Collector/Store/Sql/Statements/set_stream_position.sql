-- $1 = server, $2 = transaction, $3 = token.
INSERT INTO tidemark_store.stream_positions (server, transaction, position) VALUES ($1, $2, $3)
ON CONFLICT (server) DO UPDATE SET transaction = excluded.transaction, position = excluded.position
