-- If a user occurs twice in the list, the later line wins.
INSERT INTO tidemark_store.user_names ({columns})
SELECT {values} FROM {rows}
ON CONFLICT (user_id) DO UPDATE SET {excluded}
