-- Flat plans that people pay by the month: the user adds and edits rows (through tidemark.plans). user_pattern: as LIKE has it. seats: NULL =
-- each user seen is one.
CREATE TABLE tidemark_store.plans (
    service text NOT NULL CHECK (service <> ''),
    user_pattern text NOT NULL DEFAULT '%' CHECK (user_pattern <> ''),
    monthly_usd numeric NOT NULL CHECK (monthly_usd >= 0),
    seats integer CHECK (seats > 0),
    note text,
    PRIMARY KEY (service, user_pattern)
);
