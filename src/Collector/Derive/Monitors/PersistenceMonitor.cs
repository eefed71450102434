using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>
/// A session store: raises an event when it moves from its own backend to the fallback, and when it moves back. A store that has only ever used
/// the fallback has not moved. Failed operations are ignored: the backend that answers counts.
/// </summary>
internal sealed class PersistenceMonitor(DeriveOptions options) : IMonitor
{
    public MonitorKind Kind => MonitorKind.Persistence;

    public MonitorKey? KeyOf(Operation operation) =>
        operation is { Cache: { Backend.Length: > 0 } cache, IsError: false }
            ? new MonitorKey(Kind, operation.CountedAs.Service, operation.CountedAs.Environment, cache.Store)
            : null;

    public MonitorState Observe(MonitorState? state, in MonitorKey key, Operation operation, EventSink events)
    {
        var backend = operation.Cache!.Backend;
        if (state is null) return new MonitorState(key, 0, false, backend, operation.Key.StartedAt);

        if (!IsFallback(backend))
        {
            if (state.IsRaised) Report(events, operation, EventTypes.PersistenceRestored, options.FallbackBackend, backend, "is back on");
            return state.IsRaised || state.Value != backend ? state with { IsRaised = false, Value = backend } : state;
        }

        if (state.IsRaised || IsFallback(state.Value)) return state;
        Report(events, operation, EventTypes.PersistenceFallback, state.Value, backend, "has fallen back to");
        return state with { IsRaised = true };
    }

    private static void Report(EventSink events, Operation operation, string type, string from, string to, string verb)
    {
        var store = operation.Cache!.Store;
        var message = $"The {(store.Length == 0 ? "cache" : store)} store of {operation.Series.Service} {verb} {to}, from {from}.";
        events.AddShared(operation, type, message, events.Data.With("from", from).With("to", to).With("store", store).Write());
    }

    private bool IsFallback(string backend) => string.Equals(backend, options.FallbackBackend, StringComparison.OrdinalIgnoreCase);
}
