-- Parameters for make_reader, which takes none, until the end of the transaction. $1 = settings, $2 = those that only superusers may set.
SELECT set_config('tidemark.reader_settings', $1::text[]::text, true), set_config('tidemark.reader_superuser_settings', $2::text[]::text, true)
