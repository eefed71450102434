using Tidemark.Testing.Cases;
using Tidemark.Testing.Recordings;
using Xunit.Abstractions;

namespace Tidemark.Collector.IntegrationTests.Pipeline.Evidence;

/// <summary>Recordings and reported cases result in the same rows, sessions and rollups, in any order and batches.</summary>
public sealed class RecordedOrderTests(ITestOutputHelper output)
{
    private const int Seed = 20261126;

    private const string Operations =
        """
        SELECT trace_id, span_id, service, kind, provider, request_model, response_model, agent, workflow, tool, session_id, conversation_id, user_id,
            input_tokens, output_tokens, cache_read_tokens, cost_usd, error_type, duration_ms, mirror_of
        FROM tidemark.operations ORDER BY trace_id, span_id, started_at
        """;

    private const string Sessions =
        """
        SELECT session_id, service, user_id, inferred, started_at, last_seen_at, current_model, model_switches, messages, operations, errors, tool_calls,
            input_tokens, output_tokens, trim_scale(cost_usd), context_used
        FROM tidemark.sessions ORDER BY session_id
        """;

    private const string Counted =
        """
        SELECT d.dimension, c.label, c.operations, c.errors, c.total_tokens, trim_scale(c.cost_usd)
        FROM unnest(array['service', 'kind', 'agent', 'model', 'tool']) AS d (dimension)
        CROSS JOIN LATERAL tidemark.stats(now() - interval '1 day', now() + interval '1 hour', d.dimension) c
        ORDER BY d.dimension, c.label
        """;

    private const string Edges =
        "SELECT source, target, kind, operations, errors FROM tidemark.call_edges(now() - interval '1 day', now() + interval '1 hour') ORDER BY source, target";

    [Fact]
    public async Task Export_OtherOrderBatchesAndDuplicates_LeaveTheSame()
    {
        output.WriteLine($"seed {Seed}");
        var now = TimeProvider.System.GetUtcNow();
        var recorded = RecordedRequest.Sets.SelectMany(RecordedRequest.Of).ToList();
        var latest = DateTimeOffset.UnixEpoch.AddTicks(recorded.Max(request => request.LatestNanos()) / 100);
        var requests = recorded.Select(request => request.Later(now.AddMinutes(-1) - latest))
            .Concat(ReportedCase.Names.SelectMany(name => ReportedCase.Of(name, now).Requests()))
            .Where(request => request.Signal != "metrics")
            .ToList();

        var random = new Random(Seed);
        var stored = await Task.WhenAll(
            StoredAsync(requests, pauses: []), StoredAsync([.. Shuffled(requests, random)], pauses: [random.Next(100), random.Next(300)]));

        foreach (var (expected, actual) in stored[0].Zip(stored[1]))
        {
            Assert.NotEmpty(expected);
            Assert.True(
                expected.SequenceEqual(actual),
                $"seed {Seed}:\n{string.Join('\n', expected.Except(actual).Take(5))}\nbecame\n{string.Join('\n', actual.Except(expected).Take(5))}");
        }
    }

    // Spans and log records in any order and any batches, every fourth of them twice.
    private static IEnumerable<RecordedRequest> Shuffled(List<RecordedRequest> requests, Random random)
    {
        RecordedRequest[] parts = [.. requests.SelectMany(request => request.Split())];
        parts = [.. parts, .. parts.Where(_ => random.Next(4) == 0)];
        random.Shuffle(parts);
        for (var from = 0; from < parts.Length;)
        {
            var to = Math.Min(parts.Length, from + 1 + random.Next(40));
            foreach (var signal in parts[from..to].GroupBy(part => part.Signal)) yield return RecordedRequest.Joined([.. signal]);
            from = to;
        }
    }

    // Pauses are long enough for all traces to be resolved.
    private static async Task<string[][]> StoredAsync(List<RecordedRequest> requests, int[] pauses)
    {
        var collector = new EvidenceCollector();
        await collector.InitializeAsync();
        try
        {
            foreach (var (place, request) in requests.Index())
            {
                if (pauses.Contains(place)) await collector.SettledAsync();
                await collector.SendAsync($"/v1/{request.Signal}", request.ToBytes());
            }

            await collector.SettledAsync();
            return [await LinesAsync(Operations), await LinesAsync(Sessions), await LinesAsync(Counted), await LinesAsync(Edges)];
        }
        finally
        {
            await collector.DisposeAsync();
        }

        async Task<string[]> LinesAsync(string sql) => (await collector.AskAsync(sql)).Split('\n');
    }
}
