using Npgsql;
using NpgsqlTypes;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Reading;

/// <summary>How far a replica's events can be read, and which transactions before that are still open there.</summary>
/// <param name="End">The first transaction of which nothing is known.</param>
/// <param name="Open">Ascending.</param>
internal sealed record ReadHorizon(ulong End, ulong[] Open)
{
    /// <summary>Transactions that one look at new events goes through, beginning with the oldest open one.</summary>
    public const long AtOnce = 10_000;

    public static async Task<ReadHorizon> ReadAsync(NpgsqlConnection connection, long transactions, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Statement.ReadHorizon, connection)
        {
            Parameters = { new() { Value = transactions, NpgsqlDbType = NpgsqlDbType.Bigint } },
        };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new ReadHorizon(row.GetFieldValue<ulong>(0), row.GetFieldValue<ulong[]>(1));
    }

    /// <summary>The page as far as it can be distinguished from what is still open.</summary>
    /// <param name="page">Read after this horizon.</param>
    /// <param name="after">Where the reader stood; perhaps by another replica, which had come further.</param>
    /// <param name="upTo">Where the reader wants to get to; null = to the end.</param>
    public EventPage Limit(EventPage page, StreamPosition after, StreamPosition? upTo) => page with
    {
        Events = [.. page.Events.Where(one => one.Key.Transaction < End)],
        StillOpen = [.. Open.Union(after.Open.Select(open => open.Id).Where(id => id >= End)).Order()],
        IsWhole = page.IsWhole && (upTo is null || upTo.High.Transaction < End),
    };
}
