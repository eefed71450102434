using System.Runtime.InteropServices;
using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>
/// Follows what is watched across sessions, by event time: an operation that started before the latest one taken into account
/// says nothing any more.
/// </summary>
internal sealed class MonitorFold(DeriveOptions options)
{
    // Rows that all lanes share: while all is well they are written so often only. A failure that arrives later than that
    // behind a success of the same dependency is known to be late.
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private readonly IMonitor[] _monitors = [new DependencyMonitor(options), new PersistenceMonitor(options), new UnpricedModelMonitor()];

    /// <summary>What a batch tells of, sorted.</summary>
    public IReadOnlyList<MonitorKey> KeysOf(IReadOnlyList<Operation> operations)
    {
        var keys = new HashSet<MonitorKey>();
        foreach (var sighting in SightingsIn(operations)) keys.Add(sighting.Key);
        MonitorKey[] sorted = [.. keys];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The states to write, sorted by key: those that have changed in more than <see cref="MonitorState.LastAt"/>, or are old.</summary>
    public IReadOnlyList<MonitorState> Apply(IReadOnlyList<Operation> operations, IReadOnlyList<MonitorState> states, EventSink events)
    {
        var sightings = SightingsIn(operations);
        if (sightings.Count == 0) return [];

        sightings.Sort();
        var before = states.ToDictionary(state => state.Key);
        var after = new Dictionary<MonitorKey, MonitorState>();
        foreach (ref readonly var sighting in CollectionsMarshal.AsSpan(sightings))
        {
            ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(after, sighting.Key, out var isSeen);
            if (!isSeen) state = before.GetValueOrDefault(sighting.Key);
            if (sighting.At < state?.LastAt) continue;

            state = sighting.Monitor.Observe(state, sighting.Key, sighting.Operation, events);
            if (sighting.At > state.LastAt && sighting.Monitor.FollowsTime) state = state with { LastAt = sighting.At };
        }

        MonitorState[] changed = [.. after.Values.Where(state => IsChanged(before.GetValueOrDefault(state.Key), state))];
        Array.Sort(changed, static (x, y) => x.Key.CompareTo(y.Key));
        return changed;
    }

    private static bool IsChanged(MonitorState? before, MonitorState after) =>
        before is null || before with { LastAt = after.LastAt } != after || after.LastAt - before.LastAt >= Freshness;

    private List<Sighting> SightingsIn(IReadOnlyList<Operation> operations)
    {
        var sightings = new List<Sighting>();
        for (var i = 0; i < operations.Count; i++)
        {
            foreach (var monitor in _monitors)
            {
                if (monitor.KeyOf(operations[i]) is { } key) sightings.Add(new Sighting(key, monitor, operations[i]));
            }
        }

        return sightings;
    }
}
