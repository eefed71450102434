-- A histogram that many operations have gone into makes a row of two to three kilobytes. Compressing it at every update
-- costs more than the update: such rows stay as they are, up to what a page can hold.
ALTER TABLE tidemark_store.rollups_10s SET (toast_tuple_target = 8160);
ALTER TABLE tidemark_store.rollups_5m SET (toast_tuple_target = 8160);
ALTER TABLE tidemark_store.rollups_1h SET (toast_tuple_target = 8160);
