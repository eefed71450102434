using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>A model without a price: reported once, at its first call.</summary>
internal sealed class UnpricedModelMonitor : IMonitor
{
    public MonitorKind Kind => MonitorKind.UnpricedModel;

    public bool FollowsTime => false;

    public MonitorKey? KeyOf(Operation operation) =>
        operation is { IsUnpriced: true, Tokens.IsEmpty: false } && operation.CountedAs.Model is not ("" or Series.Overflow)
            ? new MonitorKey(Kind, operation.CountedAs.Provider, "", operation.CountedAs.Model)
            : null;

    public MonitorState Observe(MonitorState? state, in MonitorKey key, Operation operation, EventSink events)
    {
        if (state is not null) return state;

        var data = events.Data.With("model", key.Subject).With("provider", key.Service).Write();
        events.AddShared(operation, EventTypes.ModelUnpriced, $"Model {key.Subject} has no price: what its calls cost is not known.", data);
        return new MonitorState(key, 0, true, "", operation.Key.StartedAt);
    }
}
