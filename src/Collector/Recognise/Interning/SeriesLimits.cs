using System.Collections.Concurrent;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>
/// The values and series of one source that rollups keep: at most <see cref="RecogniseOptions.MaxLabels"/> per dimension and
/// <see cref="RecogniseOptions.MaxSeries"/> in all. Operations keep their names in any case. Thread-safe.
/// </summary>
internal sealed class SeriesLimits(RecogniseOptions options)
{
    private static readonly Label Other = new(Series.Overflow);

    private readonly ConcurrentDictionary<OperationKind, Series> _others = new();
    private readonly RecentlyUsed<SeriesKey, Series> _series = new(options.MaxSeries);
    private readonly RecentlyUsed<Label, Label> _services = new(options.MaxLabels);
    private readonly RecentlyUsed<Label, Label> _environments = new(options.MaxLabels);
    private readonly RecentlyUsed<Label, Label> _operations = new(options.MaxLabels);
    private readonly RecentlyUsed<Label, Label> _providers = new(options.MaxLabels);
    private readonly RecentlyUsed<Label, Label> _models = new(options.MaxLabels);
    private readonly RecentlyUsed<Label, Label> _agents = new(options.MaxLabels);
    private readonly RecentlyUsed<Label, Label> _workflows = new(options.MaxLabels);
    private readonly RecentlyUsed<Label, Label> _tools = new(options.MaxLabels);
    private readonly RecentlyUsed<Label, Label> _dependencies = new(options.MaxLabels);
    private readonly RecentlyUsed<string, string> _errorTypes = new(options.MaxLabels);

    public NamedSeries Get(in SeriesKey key, DateTime now)
    {
        var overflow = SeriesOverflow.None;
        var limited = new SeriesKey(
            Limit(_services, key.Service, SeriesOverflow.Service),
            Limit(_environments, key.Environment, SeriesOverflow.Environment),
            key.Kind,
            Limit(_operations, key.Operation, SeriesOverflow.Operation),
            Limit(_providers, key.Provider, SeriesOverflow.Provider),
            Limit(_models, key.Model, SeriesOverflow.Model),
            Limit(_agents, key.Agent, SeriesOverflow.Agent),
            Limit(_workflows, key.Workflow, SeriesOverflow.Workflow),
            Limit(_tools, key.Tool, SeriesOverflow.Tool),
            Limit(_dependencies, key.Dependency, SeriesOverflow.Dependency));
        if (!_series.TryGetOrAdd(limited, now, static key => key.ToSeries(), out var series))
        {
            overflow |= SeriesOverflow.Series;
            series = _others.GetOrAdd(key.Kind, OtherOf);
        }

        return overflow == SeriesOverflow.None ? new NamedSeries(series, null, overflow) : new NamedSeries(key.ToSeries(), series, overflow);

        Label Limit(RecentlyUsed<Label, Label> values, Label value, SeriesOverflow dimension)
        {
            if (value.Text.Length == 0 || values.TryGetOrAdd(value, now, static value => value, out _)) return value;
            overflow |= dimension;
            return Other;
        }
    }

    /// <summary>The failure, marked if its type is over the limit.</summary>
    public Failure Get(Failure failure, DateTime now) =>
        _errorTypes.TryGetOrAdd(failure.Type, now, static type => type, out _) ? failure : failure with { IsLimited = true };

    private static Series OtherOf(OperationKind kind) => new(
        Series.Overflow, Series.Overflow, kind, Series.Overflow, Series.Overflow, Series.Overflow, Series.Overflow, Series.Overflow, Series.Overflow,
        Series.Overflow);
}
