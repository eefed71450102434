using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive;

/// <summary>Determines the duration above which an operation is slow.</summary>
internal sealed class SlowLimits
{
    private readonly TimeSpan[] _ofKind = new TimeSpan[Enum.GetValues<OperationKind>().Max(kind => (int)kind) + 1];
    private readonly SlowLimitRule[] _rules;

    public SlowLimits(DeriveOptions options)
    {
        foreach (var (kind, limit) in options.SlowLimits) _ofKind[(int)kind] = limit;
        _rules = [.. options.SlowLimitRules.OrderByDescending(rule => rule.Specificity)];
    }

    /// <summary>The longest duration that is not slow; zero = no limit.</summary>
    public TimeSpan Of(Series series)
    {
        foreach (var rule in _rules)
        {
            if (rule.Matches(series)) return rule.Limit;
        }

        return _ofKind[(int)series.Kind];
    }

    public bool IsSlow(Operation operation) => Of(operation.Series) is { Ticks: > 0 } limit && operation.Duration > limit;
}
