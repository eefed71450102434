using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Tests.Derive.Testing;

/// <summary>Operations and notices in one line. Times are seconds after <see cref="Noon"/>.</summary>
internal static class Make
{
    public static readonly DateTime Noon = new(2026, 3, 4, 12, 0, 0, DateTimeKind.Utc);

    private static ulong _span;

    public static DateTime At(double second) => Noon.AddSeconds(second);

    public static Series Series(
        OperationKind kind, string service = "shop", string environment = "prod", string operation = "work", string provider = "",
        string model = "", string agent = "", string workflow = "", string tool = "", string dependency = "") =>
        new(service, environment, kind, operation, provider, model, agent, workflow, tool, dependency);

    public static Operation Operation(double second, Series series, string? session = "s-1", double seconds = 1)
    {
        var trace = new TraceId(1, ++_span);
        var key = new OperationKey(trace, new SpanId(_span), session is null ? (short)0 : Sharding.Of(session), At(second));
        return new Operation { Key = key, Duration = TimeSpan.FromSeconds(seconds), Series = series, SessionId = session };
    }

    /// <summary>A priced model call of conversation c-1 with a window of 1,000 tokens.</summary>
    public static Operation Inference(
        double second, string model = "kimi", int? input = 100, int? max = 1000, string? session = "s-1", string? conversation = "c-1",
        string agent = "", double seconds = 1) =>
        Operation(second, Series(OperationKind.Inference, operation: "chat", provider: "moonshot_ai", model: model, agent: agent), session, seconds) with
        {
            RequestModel = model,
            ConversationId = conversation,
            Tokens = new TokenUsage(input, input is null ? null : 10, null, null, null),
            ContextMax = max,
            Cost = new Cost(0.001m, CostSource.Computed),
        };

    public static Operation Tool(double second, string tool = "search", string? session = "s-1", double seconds = 1) =>
        Operation(second, Series(OperationKind.Tool, operation: "execute_tool", tool: tool), session, seconds);

    public static Operation Call(double second, bool failed = false, string dependency = "orders", string? session = null, double seconds = 0.1) =>
        Operation(second, Series(OperationKind.Dependency, operation: "GET", dependency: dependency), session, seconds) with
        {
            Failure = failed ? new Failure("503", "server") : null,
        };

    public static Operation Cache(double second, string backend, string store = "session", string? session = null, bool? hit = true) =>
        Operation(second, Series(OperationKind.Cache, operation: "get"), session, 0.001) with { Cache = new CacheAccess(backend, hit, store) };

    public static Operation Unpriced(this Operation operation) => operation with { Cost = null };

    public static Operation Failed(this Operation operation, string type = "timeout", string failureClass = "timeout") =>
        operation with { Failure = new Failure(type, failureClass) };

    public static Operation Costing(this Operation operation, decimal usd) => operation with { Cost = new Cost(usd, CostSource.Computed) };

    public static SessionNotice Start(double second, string session = "s-1", string? previous = null) =>
        new() { Kind = SessionNoticeKind.Start, SessionId = session, PreviousSessionId = previous, At = At(second), Service = "shop", Environment = "prod" };

    public static SessionNotice End(double second, string session = "s-1") =>
        new() { Kind = SessionNoticeKind.End, SessionId = session, At = At(second), Service = "shop", Environment = "prod" };
}
