-- Of a user that stands in the list twice, the later line holds.
INSERT INTO tidemark_store.user_names ({columns})
SELECT {values} FROM {rows}
ON CONFLICT (user_id) DO UPDATE SET {excluded}
