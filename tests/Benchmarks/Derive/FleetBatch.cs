using Tidemark.Collector.Derive;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Benchmarks.Derive;

/// <summary>A lane's batch from a fleet of agents: known sessions, 40 series, 2 % failures, all within one bucket of ten seconds.</summary>
internal static class FleetBatch
{
    private static readonly DateTime Start = new(2026, 3, 4, 12, 0, 0, DateTimeKind.Utc);

    public static BatchInput Create(BatchFold fold, int operations, int sessions)
    {
        var random = new Random(7);
        Series[] series = [.. Enumerable.Range(0, 40).Select(SeriesOf)];
        var known = Operations(random, series, sessions, sessions, 0);
        var first = fold.Apply(new BatchInput { Operations = known, State = new LockedState([], [], []) });
        return new BatchInput
        {
            Operations = Operations(random, series, operations, sessions, sessions),
            State = new LockedState(first.Sessions, first.Conversations, first.Monitors),
        };
    }

    /// <summary>Operations without a batch's state.</summary>
    public static Operation[] Of(Random random, int count, int sessions) =>
        Operations(random, [.. Enumerable.Range(0, 40).Select(SeriesOf)], count, sessions, 0);

    /// <summary>The same operations, grouped into traces of a given size; the first of each is the parent of the others.</summary>
    public static Operation[] InTraces(IReadOnlyList<Operation> operations, int each) =>
    [
        .. operations.Select((operation, i) => operation with
        {
            Key = operation.Key with { TraceId = new TraceId(2, (ulong)(i / each) + 1) },
            ParentSpanId = i % each == 0 ? default : operations[i - (i % each)].Key.SpanId,
        }),
    ];

    private static Operation[] Operations(Random random, Series[] series, int count, int sessions, int from) =>
        [.. Enumerable.Range(from, count).Select(i => OperationOf(random, SeriesOf(random, series, i % sessions), i, $"session-{i % sessions}"))];

    // A session has one agent, and an agent one model.
    private static Series SeriesOf(Random random, Series[] series, int session) => series[(session % 5 * 8) + random.Next(8)];

    private static Series SeriesOf(int i) => (i % 8) switch
    {
        < 4 => new("fleet", "prod", OperationKind.Inference, $"chat-{i % 4}", "moonshot_ai", $"model-{i / 8}", $"agent-{i / 8}", "", "", ""),
        < 6 => new("fleet", "prod", OperationKind.Tool, "execute_tool", "", "", $"agent-{i / 8}", "", $"tool-{i % 8}", ""),
        6 => new("fleet", "prod", OperationKind.Dependency, "GET", "", "", "", "", "", $"service-{i / 8}"),
        _ => new("fleet", "prod", OperationKind.Cache, "get", "", "", "", "", "", $"cache-{i / 8}"),
    };

    private static Operation OperationOf(Random random, Series series, int i, string session)
    {
        var isCall = series.Kind == OperationKind.Inference;
        return new Operation
        {
            Key = new OperationKey(new TraceId(1, (ulong)i + 1), new SpanId((ulong)i + 1), Sharding.Of(session), Start.AddMilliseconds(i)),
            Duration = TimeSpan.FromMicroseconds(Math.Exp((random.NextDouble() * 4) + 4)),
            Series = series,
            SessionId = session,
            ConversationId = isCall ? "c-1" : null,
            Tokens = isCall ? new TokenUsage(1_000 + (i / 10), 100, 500, null, null) : default,
            ContextMax = isCall ? 128_000 : null,
            Cost = isCall ? new Cost(0.0123m, CostSource.Computed) : null,
            Cache = series.Kind == OperationKind.Cache ? new CacheAccess("redis", true, "session") : null,
            Failure = random.Next(50) == 0 ? new Failure("timeout", "timeout") : null,
        };
    }
}
