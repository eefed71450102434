using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>One operation in its trace's tree: what was reported of it, and what counts so far.</summary>
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

    /// <summary>The effective facts; rules replace them.</summary>
    public Operation Effective { get; set; }

    /// <summary>The nearest operation above, through spans that are no operations; null = none known.</summary>
    public TraceNode? Parent { get; set; }

    /// <summary>The operations above, nearest first.</summary>
    public Ancestors Above => new(this);

    /// <summary>The span directly above, where it is no operation.</summary>
    public TraceFact? Enclosing { get; set; }

    /// <summary>Operations directly below, in key order.</summary>
    public IReadOnlyList<TraceNode> Children => _children ?? (IReadOnlyList<TraceNode>)[];

    /// <summary>The report that counts instead; null = this one counts.</summary>
    public TraceNode? MirrorOf { get; private set; }

    public TraceId TraceId => Reported.Key.TraceId;

    public OperationKind Kind => Reported.Series.Kind;

    public TokenUsage Tokens => Reported.Tokens;

    public bool IsModelCall => Reported.IsModelCall;

    public bool HasTokens => !Reported.Tokens.IsEmpty;

    public bool IsMirror => MirrorOf is not null;

    /// <summary>A call that was neither answered with usage nor failed.</summary>
    public bool IsSilent => !HasTokens && !Reported.IsError;

    /// <summary>The report that stands for this call.</summary>
    public TraceNode Counted => MirrorOf is null ? this : MirrorOf.Counted;

    public void Add(TraceNode child) => (_children ??= []).Add(child);

    /// <summary>Makes this report, and all that it stood for, mirrors of another. Ignored where it would lead in a circle.</summary>
    public void Mirror(TraceNode counted)
    {
        var (from, to) = (Counted, counted.Counted);
        if (from != to) from.MirrorOf = to;
    }
}
