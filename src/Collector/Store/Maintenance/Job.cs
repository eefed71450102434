using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>A job within the database that only one collector does at a time, in one transaction.</summary>
internal static class Job
{
    public const string Budgets = "budgets";
    public const string Numbering = "numbering";
    public const string Relay = "relay";
    public const string Settling = "settling";
    public const string Sweep = "sweep";
    public const string Windows = "windows";

    /// <summary>True if no other collector is doing the job; held until this connection's transaction ends.</summary>
    public static async Task<bool> TryOwnAsync(NpgsqlConnection connection, string job, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.TryOwnJob, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = job } } };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Waits for the job's present owner; to be held until the transaction of the batch ends. It has no result.</summary>
    public static NpgsqlBatchCommand Own(string job) => new(Statement.OwnJob) { Parameters = { new NpgsqlParameter<string> { TypedValue = job } } };
}
