using System.Text.Json;
using System.Text.Json.Nodes;
using Tidemark.Testing;
using Tidemark.Testing.Cases;
using Tidemark.Testing.Recordings;

namespace Tidemark.Collector.IntegrationTests.Pipeline.Evidence;

/// <summary>Unlisted text of recordings and reported cases is in no column of any table, and in no log.</summary>
public sealed class MarkedEvidenceTests(EvidenceCollector collector) : IClassFixture<EvidenceCollector>
{
    // All tables of all schemas except PostgreSQL's own, as text; bytes in hexadecimal.
    private const string Tables =
        """
        SELECT format('%I.%I', n.nspname, c.relname)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
        ORDER BY 1
        """;

    private static readonly string Hex = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(MarkedRequest.Marker));

    [Fact]
    public async Task Export_MarkedRecordingsAndCases_LeaveNoMarker()
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var set in RecordedRequest.Sets) await SendAsync(RecordedRequest.Of(set), now);
        foreach (var name in ReportedCase.Names)
        {
            foreach (var (_, path, body) in ReportedCase.Of(name, now).Posts()) await SendAsync(path, JsonNode.Parse(body)!);
        }

        await collector.SettledAsync();

        var tables = (await collector.AskAsync(Tables)).Split('\n');
        Assert.Contains("tidemark_store.traits", tables);
        var found = await collector.AskAsync(string.Join(" UNION ALL ", tables.Select(table =>
            $"SELECT '{table}', x FROM (SELECT t::text AS x FROM {table} t "
                + $"WHERE t::text ILIKE '%{MarkedRequest.Marker}%' OR t::text LIKE '%{Hex}%' LIMIT 1) AS row")));
        Assert.Equal("", found);
        Assert.DoesNotContain(MarkedRequest.Marker, collector.Output, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual("0", await collector.AskAsync("SELECT count(*) FROM tidemark.operations"));
        Assert.NotEqual("0", await collector.AskAsync("SELECT sum(content_dropped) FROM tidemark.ledger"));
    }

    private async Task SendAsync(IReadOnlyList<RecordedRequest> recorded, DateTimeOffset now)
    {
        var latest = DateTimeOffset.UnixEpoch.AddTicks(recorded.Max(request => request.LatestNanos()) / 100);
        foreach (var request in recorded) await SendAsync($"/v1/{request.Signal}", request.Later(now - latest).Body);
    }

    private Task SendAsync(string path, JsonNode body)
    {
        MarkedRequest.Mark(body);
        return collector.SendAsync(path, JsonSerializer.SerializeToUtf8Bytes(body));
    }
}
