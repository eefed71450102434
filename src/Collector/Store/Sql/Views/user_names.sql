CREATE OR REPLACE VIEW tidemark.user_names AS
SELECT user_id, display_name, team FROM tidemark_store.user_names;
COMMENT ON VIEW tidemark.user_names IS
    'What people call users, and their team, which counts as the label team of operations that have none; empty until "collector users import FILE.csv".';
