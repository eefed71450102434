using System.Runtime.InteropServices;
using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>
/// Follows the subjects watched across sessions, by event time: operations that started before the latest one taken into account
/// are ignored.
/// </summary>
internal sealed class MonitorFold(DeriveOptions options)
{
    private readonly IMonitor[] _monitors = [new DependencyMonitor(options), new PersistenceMonitor(options), new UnpricedModelMonitor()];

    /// <summary>Sightings of a batch, sorted.</summary>
    public IReadOnlyList<MonitorKey> KeysOf(IReadOnlyList<Operation> operations)
    {
        var keys = new HashSet<MonitorKey>();
        for (var i = 0; i < operations.Count; i++)
        {
            foreach (var monitor in _monitors)
            {
                if (monitor.KeyOf(operations[i]) is { } key) keys.Add(key);
            }
        }

        MonitorKey[] sorted = [.. keys];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>States to write, sorted by key: those with changes other than <see cref="MonitorState.LastAt"/>, and those that are old.</summary>
    public IReadOnlyList<MonitorState> Apply(IReadOnlyList<Operation> operations, IReadOnlyList<MonitorState> states, EventSink events)
    {
        var watched = new Dictionary<MonitorKey, Watched>();
        var sightings = new List<Sighting>();
        var before = states.ToDictionary(state => state.Key);
        for (var i = 0; i < operations.Count; i++)
        {
            foreach (var monitor in _monitors)
            {
                if (monitor.KeyOf(operations[i]) is not { } key) continue;
                ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(watched, key, out _);
                seen ??= new Watched(monitor, key, before.GetValueOrDefault(key));
                sightings.Add(new Sighting(seen, operations[i]));
            }
        }

        sightings.Sort();
        foreach (var (seen, operation) in sightings) seen.Observe(operation, events);

        MonitorState[] changed = [.. watched.Values.Where(seen => seen.IsToWrite).Select(seen => seen.ToState())];
        Array.Sort(changed, static (x, y) => x.Key.CompareTo(y.Key));
        return changed;
    }
}
