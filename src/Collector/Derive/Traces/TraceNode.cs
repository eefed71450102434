using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>One operation in its trace's tree: as reported, and as it counts so far.</summary>
internal sealed class TraceNode
{
    private List<TraceNode>? _children;

    public TraceNode(Operation reported)
    {
        Reported = reported;
        Effective = reported;
        ResponseHash = reported.ResponseHash;
        CallHash = reported.CallHash;
    }

    public Operation Reported { get; }

    public long? ResponseHash { get; }

    public long? CallHash { get; }

    /// <summary>The effective facts, which rules replace.</summary>
    public Operation Effective { get; set; }

    /// <summary>The nearest operation above, skipping spans that are not operations; null = none known.</summary>
    public TraceNode? Parent { get; set; }

    /// <summary>Operations above, nearest first.</summary>
    public Ancestors Above => new(this);

    /// <summary>The parent span, if it is not an operation.</summary>
    public TraceFact? Enclosing { get; set; }

    /// <summary>Child operations in key order.</summary>
    public IReadOnlyList<TraceNode> Children => _children ?? (IReadOnlyList<TraceNode>)[];

    /// <summary>The report that counts instead; null = this one counts.</summary>
    public TraceNode? MirrorOf { get; private set; }

    public TraceId TraceId => Reported.Key.TraceId;

    public OperationKind Kind => Reported.Series.Kind;

    public TokenUsage Tokens => Reported.Tokens;

    public bool IsModelCall => Reported.IsModelCall;

    public bool HasTokens => !Reported.Tokens.IsEmpty;

    public bool IsMirror => MirrorOf is not null;

    /// <summary>A call that neither reported usage nor failed.</summary>
    public bool IsSilent => !HasTokens && !Reported.IsError;

    /// <summary>The report that represents this call.</summary>
    public TraceNode Counted => MirrorOf is null ? this : MirrorOf.Counted;

    public void Add(TraceNode child) => (_children ??= []).Add(child);

    /// <summary>Makes this report, and all its mirrors, mirrors of another. Ignored if that would create a cycle.</summary>
    public void Mirror(TraceNode counted)
    {
        var (from, to) = (Counted, counted.Counted);
        if (from != to) from.MirrorOf = to;
    }
}
