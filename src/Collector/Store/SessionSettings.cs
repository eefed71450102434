using System.Globalization;

namespace Tidemark.Collector.Store;

/// <summary>Settings of PostgreSQL for the time of a connection or, behind a pooler in transaction mode, of each transaction.</summary>
internal static class SessionSettings
{
    /// <summary>
    /// A collector that stands still, or whose machine is gone, must not keep its locks from the others: nothing here is idle in a transaction
    /// for as long as a statement may take.
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
        // Of the transaction itself, where it is set inside one: the default is for those that begin later.
        [options.TransactionPooler ? "transaction_read_only" : "default_transaction_read_only"] = "on",
    };

    private static Dictionary<string, string> Limits(StoreOptions options) => new()
    {
        ["lock_timeout"] = Milliseconds(options.LockTimeout),
        ["statement_timeout"] = Milliseconds(options.CommandTimeout),
    };

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
