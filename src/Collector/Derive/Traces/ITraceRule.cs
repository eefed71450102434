namespace Tidemark.Collector.Derive.Traces;

/// <summary>Derives one fact from all reports of a trace. Rules run in the order of the list in <see cref="TraceResolver"/>.</summary>
internal interface ITraceRule
{
    void Apply(TraceGraph graph);
}
