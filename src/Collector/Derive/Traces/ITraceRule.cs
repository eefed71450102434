namespace Tidemark.Collector.Derive.Traces;

/// <summary>One fact that only the reports of a whole trace show. Rules run in the order of <see cref="TraceResolver"/>'s list.</summary>
internal interface ITraceRule
{
    void Apply(TraceGraph graph);
}
