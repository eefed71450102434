using Tidemark.Collector.Model.Batches;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>Logs unrecognised items: each scope of a source once a day, and at most one line a minute per source.</summary>
internal sealed class IgnoredLog(TimeProvider time, ILogger<IgnoredLog> logger)
{
    /// <summary>Maximum number of scopes remembered; further ones are only in <c>tidemark.ignored_scopes</c>.</summary>
    public const int MaxScopes = 10_000;

    private static readonly TimeSpan PerSource = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PerScope = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Source, short Signal, string Scope), Known> _scopes = [];
    private readonly Dictionary<string, DateTimeOffset> _lines = [];

    public void Add(IReadOnlyList<IgnoredScope> ignored)
    {
        if (ignored.Count == 0) return;
        string[] names;
        lock (_lock)
        {
            foreach (var scope in ignored) Count(scope);
            names = Due(ignored[0].Source, time.GetUtcNow());
        }

        if (names.Length > 0) logger.ItemsIgnored(ignored[0].Source, string.Join(", ", names));
    }

    private void Count(IgnoredScope ignored)
    {
        var key = (ignored.Source, ignored.Signal, ignored.Scope);
        if (_scopes.TryGetValue(key, out var known)) known.Items += ignored.Items;
        else if (_scopes.Count < MaxScopes) _scopes.Add(key, new Known { Items = ignored.Items });
    }

    private string[] Due(string source, DateTimeOffset now)
    {
        if (_lines.TryGetValue(source, out var last) && now - last < PerSource) return [];
        var due = _scopes.Where(scope => scope.Key.Source == source && scope.Value.Items > 0 && !(now - scope.Value.LoggedAt < PerScope)).ToList();
        if (due.Count == 0) return [];
        _lines[source] = now;
        string[] names = [.. due.OrderBy(scope => scope.Key.Scope, StringComparer.Ordinal)
            .Select(scope => $"`{scope.Key.Scope}`: {scope.Value.Items} {(scope.Key.Signal == 1 ? "spans" : "log records")} ignored")];
        foreach (var (_, known) in due) (known.Items, known.LoggedAt) = (0, now);
        return names;
    }

    private sealed class Known
    {
        public long Items { get; set; }

        public DateTimeOffset? LoggedAt { get; set; }
    }
}
