using System.Globalization;
using Npgsql;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Query.Lists;

/// <summary>Runs list queries on the reading connections.</summary>
internal sealed class ListReader(ReadDatabase database, Transactions transactions, QueryOptions options)
{
    /// <summary>Passes on each row as it arrives.</summary>
    /// <param name="request">The query; without a limit, the time limit of exports applies.</param>
    /// <param name="take">Receives the reader, positioned on a row.</param>
    /// <param name="cancellationToken">Cancels the query on the server as well.</param>
    /// <returns>Cursor of the next page; null = there is none.</returns>
    public async Task<Cursor?> ReadAsync(ListRequest request, Func<NpgsqlDataReader, ValueTask> take, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await transactions.BeginReadingAsync(connection, cancellationToken);
        if (request.Format != ListFormat.Json) await AllowLongAsync(connection, cancellationToken);

        // One extra row shows whether there is a next page.
        await using var command = ListSql.Command(request, request.Limit < int.MaxValue ? request.Limit + 1 : request.Limit, connection);
        if (request.Format != ListFormat.Json) command.CommandTimeout = 0;
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await TakeAsync(request, row, take, cancellationToken);
    }

    private static async Task<Cursor?> TakeAsync(
        ListRequest request, NpgsqlDataReader row, Func<NpgsqlDataReader, ValueTask> take, CancellationToken cancellationToken)
    {
        Cursor? last = null;
        var count = request.List.Columns.Count;
        for (var taken = 0; await row.ReadAsync(cancellationToken); taken++)
        {
            if (taken == request.Limit) return last;
            await take(row);
            last = new Cursor(request.Order, row.GetString(count), row.GetString(count + 1));
        }

        return null;
    }

    private async Task AllowLongAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(QueryStatement.SetTimeout, connection)
        {
            Parameters = { new() { Value = options.ExportTimeout.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
