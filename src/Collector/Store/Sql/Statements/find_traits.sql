SELECT k.position::integer, t.number
FROM unnest($1::uuid[]) WITH ORDINALITY AS k (digest, position)
JOIN tidemark_store.traits t USING (digest)
