using System.Diagnostics;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests;

/// <summary>The tables of docs/instrumentation.md list exactly what the code records.</summary>
public sealed class DocumentationTests : IDisposable
{
    private static readonly string[] Everywhere =
        ["session.id", "gen_ai.conversation.id", "user.id", "gen_ai.agent.name", "gen_ai.workflow.name", "error.type"];

    /// <summary>Attributes that identify the metrics of a test.</summary>
    private static readonly string[] Documented = ["gen_ai.request.model", "gen_ai.agent.name", "gen_ai.workflow.name", "tidemark.cache.store"];

    private readonly string _id = Guid.NewGuid().ToString();
    private readonly SpanRecorder _spans = new();
    private readonly MetricRecorder _metrics = new();
    private readonly LogRecorder _log = new();

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
        _log.Dispose();
    }

    [Fact]
    public void Spans_Recorded_AreThoseOfTheTable()
    {
        RecordEverything(GenAiConventions.Current);

        Assert.Equal(
            MarkdownTable.Rows("### Spans").Select(row => $"{row[2]}: {string.Join(' ', Codes(row[3]).Order())}").Order(),
            _spans.Of(_id).Select(span => $"{span.Kind}: {string.Join(' ', Keys(span).Order())}").Order());
    }

    [Fact]
    public void Metrics_Recorded_AreThoseOfTheTable()
    {
        RecordEverything(GenAiConventions.Current);
        RecordEverything(GenAiConventions.Older);
        var recorded = Documented
            .SelectMany(key => _metrics.With(key, _id))
            .GroupBy(measured => measured.Name)
            .Select(group => Row(
                group.Key,
                group.First().Instrument.GetType().Name.Split('`')[0],
                group.First().Instrument.Unit!,
                group.SelectMany(measured => measured.Tags.Keys)
                    .Distinct()
                    .Where(key => key != "gen_ai.system" || !group.Key.EndsWith("operation.duration", StringComparison.Ordinal))));

        Assert.Equal(
            MarkdownTable.Rows("### Metrics").Select(row => Row(Codes(row[0]).Single(), row[1], Codes(row[2]).Single(), Codes(row[3]))).Order(),
            recorded.Order());
    }

    [Fact]
    public void Events_Sent_AreThoseOfTheTable()
    {
        RecordEverything(GenAiConventions.Current);

        Assert.Equal(
            MarkdownTable.Rows("### Events").Select(row => $"{Codes(row[0]).Single()}: {string.Join(' ', Codes(row[1]))}"),
            _log.All.Select(logged => $"{logged.Event}: {string.Join(' ', logged.Attributes.Keys)}"));
    }

    private static string Row(string name, string instrument, string unit, IEnumerable<string> attributes) =>
        $"{name} {instrument} {unit}: {string.Join(' ', attributes.Order())}";

    private static IEnumerable<string> Codes(string cell) => cell.Split('`').Where((_, i) => i % 2 == 1);

    private static IEnumerable<string> Keys(Activity span) => span.Attributes().Keys.Except(Everywhere);

    /// <summary>Uses every operation, sets all values, and fails.</summary>
    private void RecordEverything(GenAiConventions conventions)
    {
        var tidemark = new TidemarkClient(_log, new TidemarkOptions { Conventions = conventions });
        using var session = tidemark.StartSession(_id, "u-7", agent: _id, workflow: _id, previous: "s-0");
        using var workflow = session.StartWorkflow(_id);
        using var agent = session.StartAgent(_id);
        using var call = session.StartInference(_id, "openai", "c-1");
        call.SetStreaming();
        call.ChunkReceived();
        call.ChunkReceived();
        call.SetUsage(new TokenUsage(812, 96, 512, 100, 40));
        call.SetResponse("answering", "r-1", "stop");
        call.SetContextWindow(262_144);
        call.SetCost(0.01m);
        call.SetCompaction(2, 1);
        using var embedding = session.StartEmbedding(_id, "openai");
        embedding.SetUsage(12);
        embedding.SetResponse("answering", 3);
        embedding.SetCost(0.01m);
        using var tool = session.StartTool("search", "call_1");
        using var cache = session.StartCache("redis", _id);
        cache.SetHit(true);
        using var dependency = session.StartDependency("db", "SELECT");
        dependency.SetBytes(1, 2);
        using var other = session.StartOperation("other");
        foreach (var operation in new TidemarkOperation[] { workflow, agent, call, embedding, tool, cache, dependency, other })
            operation.SetError("429");
    }
}
