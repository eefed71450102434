using System.IO;
using System.Net.Sockets;
using Npgsql;

namespace Tidemark.Collector.Store;

/// <summary>What a failed transaction calls for. Which SQLSTATE means what: PostgreSQL documentation, appendix A.</summary>
internal static class DatabaseFailure
{
    private static readonly string[] Contended = ["40001", "40P01"];
    private static readonly string[] BadData = ["22", "23", "54"];

    /// <summary>Somebody else was in the way; the same transaction may succeed at once.</summary>
    public static bool IsContention(Exception exception) =>
        exception is StaleStateException || (exception is PostgresException postgres && Contended.Contains(postgres.SqlState));

    /// <summary>A row of the same key is there already.</summary>
    public static bool IsDuplicate(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>The data itself can never be stored: trying again is useless.</summary>
    public static bool IsBadData(Exception exception) =>
        exception is PostgresException postgres && !IsDuplicate(exception) && BadData.Any(prefix => postgres.SqlState.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Somebody held a lock for longer than this one was ready to wait.</summary>
    public static bool IsLocked(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    /// <summary>The server or the way to it is gone, rather than one statement having failed.</summary>
    public static bool IsConnectionLoss(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState[..2] is "08" or "57" or "53" or "58" or "3D" or "28" or "25",
        NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };

    /// <summary>The server cannot be used by anybody here. Having no connection free is no sign of that: who has one goes on with it.</summary>
    public static bool IsAway(Exception exception) => IsConnectionLoss(exception) && !IsPoolExhausted(exception);

    /// <summary>For people; holds no data of the statement.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        PostgresException postgres => $"PostgreSQL said {postgres.SqlState}: {postgres.MessageText}.",
        _ => $"{exception.GetType().Name}: {exception.Message}",
    };

    // Npgsql has no other mark for it.
    private static bool IsPoolExhausted(Exception exception) =>
        exception is NpgsqlException { InnerException: TimeoutException } && exception.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal);
}
