-- Whether there is any call to look up that another item told of. After share_settling, so that nothing settled meanwhile is missed.
SELECT EXISTS (SELECT FROM tidemark_store.told_by_event) OR EXISTS (SELECT FROM tidemark_store.told_by_inner)
