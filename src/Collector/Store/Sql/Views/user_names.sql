CREATE OR REPLACE VIEW tidemark.user_names AS
SELECT user_id, display_name, team FROM tidemark_store.user_names;
COMMENT ON VIEW tidemark.user_names IS
    'Display names and teams of users; the team is used as the label team of operations without one. Empty until "collector users import FILE.csv".';
