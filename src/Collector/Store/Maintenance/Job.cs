using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Work inside the database that one collector at a time does, in one transaction.</summary>
internal static class Job
{
    public const string Budgets = "budgets";
    public const string Sweep = "sweep";
    public const string Windows = "windows";

    /// <summary>True when no other collector does it; held until the transaction of this connection ends.</summary>
    public static async Task<bool> TryOwnAsync(NpgsqlConnection connection, string job, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.TryOwnJob, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = job } } };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
