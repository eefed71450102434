-- Not really immutable: so that it is called where the row is, instead of on the coordinator before the statement is sent there.
CREATE FUNCTION tidemark_store.recorded_here(event_id bigint) RETURNS xid8
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN pg_current_xact_id();
END $$;
COMMENT ON FUNCTION tidemark_store.recorded_here(bigint) IS 'The number of the present transaction on the server that holds the event.'
