using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Model.Rollups;

/// <summary>
/// The additive measures of operations. Mutable while a batch is summed into it; afterwards several
/// <see cref="RollupDelta"/>s may share one.
/// </summary>
internal sealed class RollupMeasures
{
    private const int KindCount = (int)OperationKind.Other;

    public long Operations { get; set; }

    public long Errors { get; set; }

    /// <summary>Operations longer than their kind's slow limit.</summary>
    public long Slow { get; set; }

    /// <summary>Calls to other services (<see cref="OperationKind.Dependency"/>).</summary>
    public long Dependencies { get; set; }

    public long DependencyErrors { get; set; }

    public TokenTotals Tokens { get; set; }

    public decimal CostUsd { get; set; }

    /// <summary>Operations with a cost.</summary>
    public long Priced { get; set; }

    public long Unpriced { get; set; }

    public long Bytes { get; set; }

    public long DurationMicros { get; set; }

    public long FirstTokenCount { get; set; }

    public long FirstTokenMicros { get; set; }

    public long CacheLookups { get; set; }

    public long CacheHits { get; set; }

    /// <summary>Operations by kind, indexed by the kind's number minus one; empty before the first.</summary>
    public long[] Kinds { get; set; } = [];

    public Histogram Durations { get; init; } = new();

    /// <summary>Whether adding these would not change anything.</summary>
    public bool IsZero =>
        (Operations | Errors | Slow | Dependencies | DependencyErrors | Priced | Unpriced | Bytes | DurationMicros) == 0
        && (FirstTokenCount | FirstTokenMicros | CacheLookups | CacheHits) == 0
        && Tokens == default && CostUsd == 0 && Durations.Cells.IsEmpty;

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

        if (operation.Duration is not { } duration) return;
        var micros = duration.Ticks / TimeSpan.TicksPerMicrosecond;
        DurationMicros += micros;
        Durations.Add(micros);
    }

    public void Add(RollupMeasures other) => Add(other, 1);

    /// <summary>Subtracts other measures: values may become negative.</summary>
    public void Subtract(RollupMeasures other) => Add(other, -1);

    /// <summary>Counts all operations as being of one kind.</summary>
    public void CountAs(OperationKind kind)
    {
        Kinds = new long[KindCount];
        Kinds[(int)kind - 1] = Operations;
    }

    private void Add(RollupMeasures other, int sign)
    {
        Operations += sign * other.Operations;
        Errors += sign * other.Errors;
        Slow += sign * other.Slow;
        Dependencies += sign * other.Dependencies;
        DependencyErrors += sign * other.DependencyErrors;
        Tokens = sign > 0 ? Tokens.Plus(other.Tokens) : Tokens.Minus(other.Tokens);
        CostUsd += sign * other.CostUsd;
        Priced += sign * other.Priced;
        Unpriced += sign * other.Unpriced;
        Bytes += sign * other.Bytes;
        DurationMicros += sign * other.DurationMicros;
        FirstTokenCount += sign * other.FirstTokenCount;
        FirstTokenMicros += sign * other.FirstTokenMicros;
        CacheLookups += sign * other.CacheLookups;
        CacheHits += sign * other.CacheHits;
        if (Kinds.Length < other.Kinds.Length) Kinds = new long[KindCount];
        for (var i = 0; i < other.Kinds.Length; i++) Kinds[i] += sign * other.Kinds[i];
        Durations.Add(other.Durations, sign);
    }

    private void AddKind(Operation operation)
    {
        if (Kinds.Length == 0) Kinds = new long[KindCount];
        Kinds[(int)operation.Series.Kind - 1]++;
        if (operation.CarriesUsage)
        {
            Tokens = Tokens.Plus(operation.Tokens);
            CostUsd += operation.Cost?.Usd ?? 0;
            if (operation.Cost is not null) Priced++;
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
