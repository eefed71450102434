using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Testing.Databases;

internal static class SchemaLocks
{
    /// <summary>With default settings, directly to the server.</summary>
    public static SchemaLock Default { get; } = new(new Transactions(new StoreOptions()));
}
