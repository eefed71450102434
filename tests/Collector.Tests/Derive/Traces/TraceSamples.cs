using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Tests.Derive.Testing;

namespace Tidemark.Collector.Tests.Derive.Traces;

/// <summary>Calls of one trace, and their resolution.</summary>
internal static class TraceSamples
{
    public static bool[] Mirrors(params Operation[] operations) => [.. Resolve(operations).Select(operation => operation.MirrorOf is not null)];

    public static IReadOnlyList<Operation> Resolve(params Operation[] operations) => Resolve(TraceWaits.Over, operations);

    public static IReadOnlyList<Operation> Resolve(TraceWaits waits, params Operation[] operations)
    {
        var reports = new TraceReports
        {
            Operations = operations,
            Waits = operations.Select(operation => operation.Key.TraceId).Distinct().ToDictionary(trace => trace, _ => waits),
        };
        var effective = TraceResolver.Resolve(reports);
        foreach (var (reported, counts) in effective)
        {
            var stored = counts with { Reported = ReportedFacts.Write(reported, counts) };
            Assert.False(ReportedFacts.Differ(reported, ReportedFacts.Read(stored)));
            var complete = ReportedFacts.Complete(stored with { IsSide = false, Caller = null });
            Assert.Equal((counts.IsSide, counts.Caller), (complete.IsSide, complete.Caller));
        }

        return [.. operations.Select(operation => effective.First(pair => pair.Reported.Key == operation.Key).Effective)];
    }

    public static Operation Agent(ulong span, double second, ulong parent, string name, double seconds) =>
        In(span, second, parent, Make.Operation(second, Make.Series(OperationKind.Agent, agent: name), seconds: seconds));

    public static Operation InOtherTrace(Operation operation) => operation with { Key = operation.Key with { TraceId = new TraceId(7, 7) } };

    public static Operation Call(ulong span, double second, ulong parent = 0) => In(span, second, parent, Make.Inference(second));

    public static Operation In(ulong span, double second, ulong parent, Operation operation) => operation with
    {
        Key = new OperationKey(new TraceId(1, 1), new SpanId(span), 3, Make.At(second)),
        ParentSpanId = new SpanId(parent),
    };
}
