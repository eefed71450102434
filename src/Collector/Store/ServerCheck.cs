using Npgsql;

namespace Tidemark.Collector.Store;

/// <summary>Checks that a server is supported, before anything is created in it.</summary>
internal static class ServerCheck
{
    private const int OldestMajor = 15;
    private const string Encoding = "UTF8";

    /// <exception cref="UnusableDatabaseException">PostgreSQL is older than 15, or the database has another encoding than UTF-8.</exception>
    public static async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        CheckVersion(connection.PostgreSqlVersion);
        await using var command = new NpgsqlCommand("SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()", connection);
        var encoding = (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        if (encoding != Encoding)
            throw new UnusableDatabaseException(
                $"Database '{connection.Database}' has encoding {encoding}; UTF-8 is needed: CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0.");
    }

    /// <exception cref="UnusableDatabaseException">It is too old.</exception>
    public static void CheckVersion(Version version)
    {
        if (version.Major < OldestMajor)
            throw new UnusableDatabaseException(
                $"The server is PostgreSQL {version}; version {OldestMajor} or newer is needed. Upgrade it, or set {StoreOptions.ConnectionName} to another "
                    + "server.");
    }
}
