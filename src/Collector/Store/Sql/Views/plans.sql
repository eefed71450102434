CREATE OR REPLACE VIEW tidemark.plans AS
SELECT service, user_pattern, monthly_usd, seats, note
FROM tidemark_store.plans;
COMMENT ON VIEW tidemark.plans IS
    'Flat plans: who pays by the month and not by the call. INSERT INTO tidemark.plans (service, user_pattern, monthly_usd, note) '
    'VALUES (''claude-code'', ''%'', 100, ''Max''). user_pattern as in LIKE, matched against the user id; of several that match, the longest. '
    'monthly_usd is for one seat; seats NULL = each user seen in the range is one (at least one).';
