using Dapper;
using Npgsql;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Query.Sessions;

/// <summary>Reads the data of a session's report from a single snapshot.</summary>
internal sealed class SessionReviewReader(ReadDatabase database, Transactions transactions, QueryOptions options)
{
    /// <returns>Null if there is no such session.</returns>
    public async Task<SessionReview?> ReadAsync(string session, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await transactions.BeginReadingAsync(connection, cancellationToken);
        var facts = await RowsAsync<SessionFacts>(connection, QueryStatement.SessionFacts, [session], cancellationToken);
        if (facts.Count == 0) return null;
        return new SessionReview(
            facts[0],
            await RowsAsync<ModelUse>(connection, QueryStatement.SessionModels, [session], cancellationToken),
            await RowsAsync<DependencyUse>(connection, QueryStatement.SessionDependencies, [session], cancellationToken),
            await RowsAsync<ErrorGroup>(connection, QueryStatement.SessionErrors, [session], cancellationToken),
            await RowsAsync<SlowOperation>(connection, QueryStatement.SlowestOperations, [session], cancellationToken),
            await RowsAsync<TimelineEvent>(connection, QueryStatement.SessionTimeline, [session, options.SessionRows], cancellationToken),
            await RowsAsync<Remark>(connection, QueryStatement.SessionInsights, [session], cancellationToken));
    }

    private static async Task<IReadOnlyList<T>> RowsAsync<T>(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var parse = reader.GetRowParser<T>();
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(parse(reader));
        return rows;
    }
}
