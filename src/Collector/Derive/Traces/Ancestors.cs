namespace Tidemark.Collector.Derive.Traces;

/// <summary>The operations above one, nearest first. Stops at cycles in a sender's span ids.</summary>
internal readonly struct Ancestors(TraceNode node)
{
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var _ in this) count++;
            return count;
        }
    }

    public bool Contains(TraceNode wanted)
    {
        foreach (var above in this)
        {
            if (above == wanted) return true;
        }

        return false;
    }

    public Enumerator GetEnumerator() => new(node);

    /// <summary>Does not allocate: rules walk up from nearly every operation.</summary>
    public struct Enumerator(TraceNode node)
    {
        private int _steps;

        public TraceNode Current { get; private set; } = node;

        public bool MoveNext()
        {
            if (Current.Parent is not { } above || _steps++ >= TraceGraph.Limits.Depth) return false;
            Current = above;
            return true;
        }
    }
}
