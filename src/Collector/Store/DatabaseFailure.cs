using System.IO;
using System.Net.Sockets;
using Npgsql;
using Tidemark.Collector.Store.Embedded;

namespace Tidemark.Collector.Store;

/// <summary>Classifies failures of transactions. SQLSTATEs: PostgreSQL documentation, appendix A.</summary>
internal static class DatabaseFailure
{
    // Npgsql's message if hosts answer, but none has the requested role.
    private const string NoSuitableHost = "No suitable host was found.";

    private static readonly string[] Contended = ["40001", "40P01"];
    private static readonly string[] BadData = ["22", "23", "54"];

    /// <summary>A conflict with another transaction; a retry may succeed at once.</summary>
    public static bool IsContention(Exception exception) =>
        exception is StaleStateException || (exception is PostgresException postgres && Contended.Contains(postgres.SqlState));

    /// <summary>A row with the same key exists already.</summary>
    public static bool IsDuplicate(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>The data itself cannot be stored: retrying is useless.</summary>
    public static bool IsBadData(Exception exception) =>
        exception is PostgresException postgres
        && !IsDuplicate(exception)
        && BadData.Any(prefix => postgres.SqlState.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Another session held a lock for longer than the lock timeout.</summary>
    public static bool IsLocked(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    /// <summary>The connection or the server is lost, as opposed to a failed statement.</summary>
    public static bool IsConnectionLoss(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState[..2] is "08" or "57" or "53" or "58" or "3D" or "28" or "25",
        NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };

    /// <summary>
    /// The server is unavailable. An exhausted pool does not mean that: open connections still work. Nor does a statement that was
    /// cancelled or timed out: its server answered.
    /// </summary>
    public static bool IsAway(Exception exception) =>
        IsConnectionLoss(exception) && !IsPoolExhausted(exception) && exception is not PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    /// <summary>It will fail again until the connection string or the server is changed.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception is PostgresException { SqlState: "28P01" or "28000" or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege }
        || IsRefusedByPooler(exception);

    /// <summary>The database or the connection failed, as opposed to the collector.</summary>
    public static bool IsFailure(Exception exception) =>
        exception is NpgsqlException or EmbeddedPostgresException or UnusableDatabaseException || IsConnectionLoss(exception);

    /// <summary>A message for operators; contains no data of the statement.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        PostgresException postgres when IsRefusedByPooler(postgres) =>
            $"The server is a connection pooler, not PostgreSQL ({postgres.MessageText}). "
                + $"Set {StoreOptions.Section}:{nameof(StoreOptions.TransactionPooler)}=true.",
        PostgresException postgres => $"PostgreSQL error {postgres.SqlState}: {postgres.MessageText}.{Advice(postgres.SqlState)}",
        EmbeddedPostgresException or UnusableDatabaseException => exception.Message,
        NpgsqlException { InnerException: AggregateException hosts } => string.Join(' ', hosts.InnerExceptions.Select(Describe).Distinct()),
        NpgsqlException { Message: NoSuitableHost } =>
            "None of the hosts in the connection string is of the kind that 'Target Session Attributes' asks for; to write, one must be a primary.",
        NpgsqlException { InnerException: SocketException refused } => $"{exception.Message}: {refused.Message}.",
        _ => $"{exception.GetType().Name}: {exception.Message}",
    };

    private static string Advice(string sqlState) => sqlState switch
    {
        PostgresErrorCodes.InsufficientPrivilege =>
            " Grant the collector's role CREATE on the database (GRANT CREATE ON DATABASE ... TO ...); it must own the schemas tidemark and tidemark_store.",
        "28P01" or "28000" =>
            $" Check the user name and password in {StoreOptions.ConnectionName}, or {StoreOptions.Section}:{nameof(StoreOptions.PasswordFile)}.",
        PostgresErrorCodes.InvalidCatalogName => $" Create the database (createdb), or change {StoreOptions.ConnectionName}.",
        _ => "",
    };

    // PgBouncer's message for unsupported startup parameters.
    private static bool IsRefusedByPooler(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.ProtocolViolation } refused
        && refused.MessageText.Contains("startup parameter", StringComparison.Ordinal);

    // Npgsql has no error code for it. With several hosts, those that are not primaries are among the reasons.
    private static bool IsPoolExhausted(Exception exception) => exception switch
    {
        NpgsqlException { InnerException: AggregateException hosts } => hosts.InnerExceptions.Any(IsPoolExhausted),
        NpgsqlException { InnerException: TimeoutException } =>
            exception.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal),
        _ => false,
    };
}
