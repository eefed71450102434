-- Returns the statement that sets the password, as ALTER ROLE takes no parameters.
SELECT format('ALTER ROLE tidemark_reader PASSWORD %L', $1)
