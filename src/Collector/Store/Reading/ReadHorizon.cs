using Npgsql;
using NpgsqlTypes;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Reading;

/// <summary>Up to where a replica's events can be read, and which transactions before that are still open there.</summary>
/// <param name="End">The first transaction about which nothing is known.</param>
/// <param name="Open">Open transactions, ascending.</param>
internal sealed record ReadHorizon(ulong End, ulong[] Open)
{
    /// <summary>Maximum transactions examined per read, starting with the oldest open one.</summary>
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

    /// <summary>The part of a page that is certainly complete.</summary>
    /// <param name="page">A page read after this horizon.</param>
    /// <param name="after">The reader's position; perhaps from another replica that was ahead.</param>
    /// <param name="upTo">The position to read up to; null = to the end.</param>
    public EventPage Limit(EventPage page, StreamPosition after, StreamPosition? upTo) => page with
    {
        Events = [.. page.Events.Where(one => one.Key.Transaction < End)],
        StillOpen = [.. Open.Union(after.Open.Select(open => open.Id).Where(id => id >= End)).Order()],
        IsWhole = page.IsWhole && (upTo is null || upTo.High.Transaction < End),
    };
}
