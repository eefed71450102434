SELECT v.key, v.value
FROM {rows}
JOIN tidemark_store.label_values v ON v.key = x.key AND v.value = x.value
