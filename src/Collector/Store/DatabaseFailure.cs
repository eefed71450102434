using System.IO;
using System.Net.Sockets;
using Npgsql;
using Tidemark.Collector.Store.Embedded;

namespace Tidemark.Collector.Store;

/// <summary>What a failed transaction calls for. Which SQLSTATE means what: PostgreSQL documentation, appendix A.</summary>
internal static class DatabaseFailure
{
    // Npgsql's words where hosts answer, and none is the one asked for.
    private const string NoSuitableHost = "No suitable host was found.";

    private static readonly string[] Contended = ["40001", "40P01"];
    private static readonly string[] BadData = ["22", "23", "54"];

    /// <summary>A conflict with another transaction; a retry may succeed at once.</summary>
    public static bool IsContention(Exception exception) =>
        exception is StaleStateException || (exception is PostgresException postgres && Contended.Contains(postgres.SqlState));

    /// <summary>A row of the same key is there already.</summary>
    public static bool IsDuplicate(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>The data itself can never be stored: trying again is useless.</summary>
    public static bool IsBadData(Exception exception) =>
        exception is PostgresException postgres
        && !IsDuplicate(exception)
        && BadData.Any(prefix => postgres.SqlState.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Another session held a lock for longer than the lock timeout.</summary>
    public static bool IsLocked(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    /// <summary>The server or the way to it is gone, rather than one statement having failed.</summary>
    public static bool IsConnectionLoss(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState[..2] is "08" or "57" or "53" or "58" or "3D" or "28" or "25",
        NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };

    /// <summary>
    /// The server cannot be used at all. Having no connection free is no sign of that: open ones still work. Nor is a
    /// statement that was cancelled or took too long: its server answered.
    /// </summary>
    public static bool IsAway(Exception exception) =>
        IsConnectionLoss(exception) && !IsPoolExhausted(exception) && exception is not PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    /// <summary>It will be the same at the next attempt, until the connection string or the server is changed.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception is PostgresException { SqlState: "28P01" or "28000" or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege }
        || IsRefusedByPooler(exception);

    /// <summary>The database, or the way to it, failed, rather than the collector.</summary>
    public static bool IsFailure(Exception exception) =>
        exception is NpgsqlException or EmbeddedPostgresException or UnusableDatabaseException || IsConnectionLoss(exception);

    /// <summary>For people; holds no data of the statement.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        PostgresException postgres when IsRefusedByPooler(postgres) =>
            $"What answers is no PostgreSQL but a pooler: {postgres.MessageText}. Set {StoreOptions.Section}:{nameof(StoreOptions.TransactionPooler)}=true.",
        PostgresException postgres => $"PostgreSQL said {postgres.SqlState}: {postgres.MessageText}.{Advice(postgres.SqlState)}",
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
            " The collector's role must be able to make schemas (GRANT CREATE ON DATABASE ... TO ...), and own those it has made: see the operations guide.",
        "28P01" or "28000" =>
            $" Check the user name and password in {StoreOptions.ConnectionName}, or {StoreOptions.Section}:{nameof(StoreOptions.PasswordFile)}.",
        PostgresErrorCodes.InvalidCatalogName => $" Make the database (createdb), or name another in {StoreOptions.ConnectionName}.",
        _ => "",
    };

    // PgBouncer's way to say that it hands on no options.
    private static bool IsRefusedByPooler(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.ProtocolViolation } refused
        && refused.MessageText.Contains("startup parameter", StringComparison.Ordinal);

    // Npgsql has no other mark for it. Where there are several hosts, those that are no primary are among the reasons.
    private static bool IsPoolExhausted(Exception exception) => exception switch
    {
        NpgsqlException { InnerException: AggregateException hosts } => hosts.InnerExceptions.Any(IsPoolExhausted),
        NpgsqlException { InnerException: TimeoutException } =>
            exception.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal),
        _ => false,
    };
}
