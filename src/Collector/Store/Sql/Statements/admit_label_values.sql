-- Adds label values that rollups keep, while there is room. $4 = maximum values per key. Run by the merging collector, one at a time.
INSERT INTO tidemark_store.label_values AS held ({columns})
SELECT n.key, n.value, n.used_on
FROM (
    SELECT {values}, v.value IS NOT NULL AS is_known, count(*) FILTER (WHERE v.value IS NULL) OVER (PARTITION BY x.key ORDER BY x.value) AS place,
        (SELECT count(*) FROM tidemark_store.label_values k WHERE k.key = x.key) AS taken
    FROM {rows}
    LEFT JOIN tidemark_store.label_values v ON v.key = x.key AND v.value = x.value
) AS n
WHERE n.is_known OR n.place <= $4 - n.taken
ORDER BY n.key, n.value
ON CONFLICT ({key}) DO UPDATE SET {excluded} WHERE held.used_on < excluded.used_on
