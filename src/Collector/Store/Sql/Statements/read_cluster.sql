-- Whether this is the coordinator, and how many workers may hold shards.
SELECT citus_is_coordinator() AS is_coordinator,
    (SELECT count(*)::integer FROM pg_dist_node WHERE isactive AND shouldhaveshards AND noderole = 'primary') AS workers
