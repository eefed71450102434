using System.Collections.Frozen;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;

namespace Tidemark.Collector.Publish.Subscribers;

/// <summary>Selects events for a subscriber: each field must have one of the requested values, if there are any.</summary>
internal sealed class EventFilter
{
    private readonly (Func<SessionEvent, string?> Read, FrozenSet<string> Wanted)[] _fields;

    /// <param name="wanted">Requested values by name of <see cref="EventFilterFields"/>; fields without values match everything.</param>
    public EventFilter(IEnumerable<KeyValuePair<string, IReadOnlyCollection<string>>> wanted)
    {
        var asked = wanted.Where(field => field.Value.Count > 0).ToDictionary(field => field.Key, field => field.Value.ToFrozenSet(StringComparer.Ordinal));
        _fields = [.. asked.Select(field => (EventFilterFields.All[field.Key], field.Value))];
        WantsWindows = !asked.TryGetValue(EventFilterFields.Type, out var types) || types.Contains(MessageNames.Windows);
    }

    public static EventFilter None { get; } = new([]);

    /// <summary>True unless event types were requested without <c>windows</c>.</summary>
    public bool WantsWindows { get; }

    public bool Passes(SessionEvent one)
    {
        foreach (var (read, wanted) in _fields)
        {
            if (!wanted.Contains(read(one) ?? "")) return false;
        }

        return true;
    }

    /// <summary>The messages of the matching events; the batch's own list if all match.</summary>
    public IReadOnlyList<LiveMessage> Select(IReadOnlyList<LiveMessage> all, IReadOnlyList<LiveEvent> events)
    {
        if (_fields.Length == 0) return all;
        List<LiveMessage>? passed = null;
        foreach (var one in events)
        {
            if (Passes(one.Event)) (passed ??= []).Add(one.Message);
        }

        return passed ?? (IReadOnlyList<LiveMessage>)[];
    }
}
