using System.Globalization;

namespace Tidemark.Collector.Store;

/// <summary>PostgreSQL settings for a connection or, behind a pooler in transaction mode, for each transaction.</summary>
internal static class SessionSettings
{
    /// <summary>
    /// A collector that is frozen, or whose machine is gone, must not keep its locks: no transaction is idle for longer than a statement
    /// may take.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Writing(StoreOptions options) => new Dictionary<string, string>(Limits(options))
    {
        ["synchronous_commit"] = "on",
        ["idle_in_transaction_session_timeout"] = Milliseconds(options.CommandTimeout),
    };

    public static IReadOnlyDictionary<string, string> Long(StoreOptions options) =>
        new Dictionary<string, string>(Writing(options)) { ["statement_timeout"] = "0" };

    public static IReadOnlyDictionary<string, string> Reading(StoreOptions options) => new Dictionary<string, string>(Limits(options))
    {
        // Applies to the present transaction; the default would apply to later ones.
        [options.TransactionPooler ? "transaction_read_only" : "default_transaction_read_only"] = "on",
    };

    private static Dictionary<string, string> Limits(StoreOptions options) => new()
    {
        ["lock_timeout"] = Milliseconds(options.LockTimeout),
        ["statement_timeout"] = Milliseconds(options.CommandTimeout),
    };

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
