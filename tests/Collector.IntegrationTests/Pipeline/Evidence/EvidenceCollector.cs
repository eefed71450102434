using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Pipeline.Evidence;

/// <summary>A collector with short waits for all recordings; each program has its own services and sessions.</summary>
public sealed class EvidenceCollector : IAsyncLifetime
{
    internal static readonly IReadOnlyDictionary<string, string> Impatient = new Dictionary<string, string>
    {
        ["Tidemark:Pipeline:UsageWait"] = "00:00:02",
        ["Tidemark:Pipeline:BindingWait"] = "00:00:01",
        ["Tidemark:Pipeline:SettleInterval"] = "00:00:00.2",
    };

    private CollectorUnderTest? _collector;

    private CollectorUnderTest Collector => _collector ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync() => _collector = await CollectorUnderTest.StartAsync(Impatient);

    public Task DisposeAsync() => Collector.DisposeAsync().AsTask();

    internal async Task SendAsync(string path, byte[] body)
    {
        using var answer = await Collector.PostAsync(path, body, "application/json");
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}\n{Collector.Process.Output}");
    }

    internal string Output => Collector.Process.Output;

    /// <summary>Until no trace is due soon; what remains, after minutes, is a last check of incomplete traces.</summary>
    internal Task SettledAsync() => Eventually.TrueAsync(
        async () =>
            await Collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.trace_queue WHERE due_at < now() + interval '10 seconds'") == 0,
        TimeSpan.FromMinutes(2));

    /// <summary>Polls until nothing is wrong; amending one trace may queue another.</summary>
    internal static Task AssertNoneAsync(Func<Task<List<string>>> wrong) =>
        Eventually.GetAsync(async () => string.Join('\n', await wrong()), static found => found.Length == 0, TimeSpan.FromMinutes(1), what: "no wrong answer");

    /// <summary>The result as text, one line per row, columns separated by a bar.</summary>
    internal async Task<string> AskAsync(string sql)
    {
        await using var command = Collector.Database.DataSource.CreateCommand(sql);
        command.AllResultTypesAreUnknown = true;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(RowOf(reader));
        }

        return string.Join('\n', rows);
    }

    private static string RowOf(NpgsqlDataReader row) =>
        string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => row.IsDBNull(column) ? "" : row.GetString(column)));
}
