namespace Tidemark.Collector.Model;

/// <summary>
/// Everything about many operations that can be added up. Mutable while a batch is summed into it; afterwards several
/// <see cref="RollupDelta"/>s may share one.
/// </summary>
internal sealed class RollupMeasures
{
    private const int KindCount = (int)OperationKind.Other;

    public long Operations { get; set; }

    public long Errors { get; set; }

    /// <summary>Operations over their kind's slow limit.</summary>
    public long Slow { get; set; }

    /// <summary>Calls to other services (<see cref="OperationKind.Dependency"/>).</summary>
    public long Dependencies { get; set; }

    public long DependencyErrors { get; set; }

    public TokenTotals Tokens { get; set; }

    public decimal CostUsd { get; set; }

    public long Unpriced { get; set; }

    public long Bytes { get; set; }

    public long DurationMicros { get; set; }

    public long DurationMinMicros { get; set; } = long.MaxValue;

    public long DurationMaxMicros { get; set; }

    public long FirstTokenCount { get; set; }

    public long FirstTokenMicros { get; set; }

    public long CacheLookups { get; set; }

    public long CacheHits { get; set; }

    /// <summary>Operations by kind, the kind's number less one as index; empty before the first.</summary>
    public long[] Kinds { get; set; } = [];

    public Histogram Durations { get; private init; } = new();

    public static RollupMeasures Sum(RollupMeasures first, RollupMeasures second)
    {
        var sum = new RollupMeasures { Durations = Histogram.WithRoomFor(first.Durations, second.Durations) };
        sum.Add(first);
        sum.Add(second);
        return sum;
    }

    public void Add(Operation operation, bool isSlow)
    {
        Operations++;
        if (operation.IsError) Errors++;
        if (isSlow) Slow++;
        AddKind(operation);
        Bytes += operation.Bytes ?? 0;

        var micros = operation.Duration.Ticks / TimeSpan.TicksPerMicrosecond;
        DurationMicros += micros;
        DurationMinMicros = Math.Min(DurationMinMicros, micros);
        DurationMaxMicros = Math.Max(DurationMaxMicros, micros);
        Durations.Add(micros);
    }

    public void Add(RollupMeasures other)
    {
        Operations += other.Operations;
        Errors += other.Errors;
        Slow += other.Slow;
        Dependencies += other.Dependencies;
        DependencyErrors += other.DependencyErrors;
        Tokens = Tokens.Plus(other.Tokens);
        CostUsd += other.CostUsd;
        Unpriced += other.Unpriced;
        Bytes += other.Bytes;
        DurationMicros += other.DurationMicros;
        DurationMinMicros = Math.Min(DurationMinMicros, other.DurationMinMicros);
        DurationMaxMicros = Math.Max(DurationMaxMicros, other.DurationMaxMicros);
        FirstTokenCount += other.FirstTokenCount;
        FirstTokenMicros += other.FirstTokenMicros;
        CacheLookups += other.CacheLookups;
        CacheHits += other.CacheHits;
        Kinds = Sum(Kinds, other.Kinds);
        Durations.Add(other.Durations);
    }

    private static long[] Sum(long[] mine, long[] theirs)
    {
        if (mine.Length == 0) return [.. theirs];
        for (var i = 0; i < theirs.Length; i++) mine[i] += theirs[i];
        return mine;
    }

    private void AddKind(Operation operation)
    {
        if (Kinds.Length == 0) Kinds = new long[KindCount];
        Kinds[(int)operation.Series.Kind - 1]++;
        if (operation.IsModelCall)
        {
            Tokens = Tokens.Plus(operation.Tokens);
            CostUsd += operation.Cost?.Usd ?? 0;
            if (operation.IsUnpriced) Unpriced++;
            if (operation.TimeToFirstTokenMs is { } milliseconds)
            {
                FirstTokenCount++;
                FirstTokenMicros += (long)Math.Round(milliseconds * 1000);
            }
        }
        else if (operation.Series.Kind == OperationKind.Dependency)
        {
            Dependencies++;
            if (operation.IsError) DependencyErrors++;
        }

        if (operation.Cache?.Hit is { } hit)
        {
            CacheLookups++;
            if (hit) CacheHits++;
        }
    }
}
