using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Subscribers;

namespace Tidemark.Collector.Publish.Stream;

/// <summary>The query of a subscriber.</summary>
/// <param name="After">Position to resume from; null = from now on.</param>
internal sealed record StreamQuery(EventFilter Filter, StreamToken? After)
{
    private static readonly Dictionary<string, IReadOnlyCollection<string>> Closed = new()
    {
        [EventFilterFields.Type] = [.. EventTypes.All, MessageNames.Windows],
        [EventFilterFields.Severity] = [.. SeverityNames.All],
    };

    /// <param name="query">Filters by name, each any number of times, and <c>after</c>.</param>
    /// <param name="lastEventId">Sent by a browser that reconnects; newer than <c>after</c>, which stays in the URL.</param>
    /// <param name="error">The error message.</param>
    public static bool TryParse(IQueryCollection query, StringValues lastEventId, [NotNullWhen(true)] out StreamQuery? parsed, out string error)
    {
        parsed = null;
        error = "";
        var wanted = new List<KeyValuePair<string, IReadOnlyCollection<string>>>();
        foreach (var (name, values) in query)
        {
            if (name == "after") continue;
            if (!EventFilterFields.All.ContainsKey(name))
            {
                error =
                    $"There is no filter '{name}'. Filters: {string.Join(", ", EventFilterFields.All.Keys.Order(StringComparer.Ordinal))}; 'after' resumes.";
                return false;
            }

            string[] given = [.. values.Where(value => !string.IsNullOrEmpty(value)).Select(value => value!)];
            if (Closed.TryGetValue(name, out var known) && given.FirstOrDefault(value => !known.Contains(value)) is { } unknown)
            {
                error = $"There is no {name} '{unknown}'. Known: {string.Join(", ", known)}.";
                return false;
            }

            wanted.Add(new(name, given));
        }

        var after = lastEventId.Count > 0 ? lastEventId : query["after"];
        StreamToken? token = null;
        if (after.Count > 0 && !string.IsNullOrWhiteSpace(after[^1]) && !StreamToken.TryParse(after[^1], out token))
        {
            error = $"'{after[^1]}' is not a stream position: send the id of the last event as the stream sent it, or any event's event_id.";
            return false;
        }

        parsed = new StreamQuery(new EventFilter(wanted), token);
        return true;
    }
}
