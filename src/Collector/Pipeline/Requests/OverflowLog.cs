using Tidemark.Collector.Recognise.Interning;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>Logs, once an hour each, the dimensions in which a source has more values than rollups keep.</summary>
internal sealed class OverflowLog(TimeProvider time, ILogger<OverflowLog> logger)
{
    /// <summary>Maximum number of sources and dimensions remembered; beyond it they are forgotten and may be logged again.</summary>
    public const int MaxRemembered = 10_000;

    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Source, SeriesOverflow Dimension), DateTimeOffset> _logged = [];

    /// <param name="source">Source of the request.</param>
    /// <param name="overflow">Dimensions in which its operations have a value over the limit.</param>
    public void Add(string source, SeriesOverflow overflow)
    {
        if (overflow == SeriesOverflow.None) return;
        string[] due;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            due = [.. overflow.Each().Where(one => IsDue((source, one.Dimension), now)).Select(one => one.Name)];
        }

        if (due.Length > 0) logger.LabelsOverflowed(source, string.Join(", ", due));
    }

    private bool IsDue((string, SeriesOverflow) key, DateTimeOffset now)
    {
        if (_logged.TryGetValue(key, out var last) && now - last < Between) return false;
        if (_logged.Count >= MaxRemembered) _logged.Clear();
        _logged[key] = now;
        return true;
    }
}
