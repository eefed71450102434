using System.Text.RegularExpressions;

namespace Tidemark.Testing.Live;

/// <summary>Checks pushes for what Grafana Live tolerates but displays wrongly. Not thread-safe.</summary>
internal sealed partial class LiveRules
{
    private const int LongestChannel = 160;

    private static readonly TimeSpan Plausible = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, string> _schemas = [];
    private readonly Dictionary<string, string> _tags = [];
    private readonly Dictionary<string, long> _newest = [];
    private readonly List<string> _breaches = [];

    public IReadOnlyList<string> Breaches => _breaches;

    public void Check(string stream, IReadOnlyList<LiveLine> lines, DateTimeOffset now)
    {
        foreach (var line in lines)
        {
            var channel = $"stream/{stream}/{line.Measurement}";
            if (channel.Length > LongestChannel || !Channel().IsMatch(channel)) _breaches.Add($"channel {channel} cannot be subscribed to");
            foreach (var (tag, value) in line.Tags)
            {
                if (value.AsSpan().ContainsAny(',', '=')) _breaches.Add($"{channel}: the browser splits tag {tag} of '{value}'");
            }

            Same(_schemas, channel, line.Schema, "fields");
            Same(_tags, channel, string.Join(',', line.Tags.Select(tag => tag.Key)), "tags");
            if (line.Nanos is not { } nanos) _breaches.Add($"{channel}: no timestamp");
            else if ((line.Time - now.UtcDateTime).Duration() > Plausible) _breaches.Add($"{channel}: {line.Time:o} is no time in nanoseconds");
            else CheckOrder(channel, nanos);
        }

        // The browser joins a push's rows by time: two rows with the same labels and millisecond would be merged.
        foreach (var rows in lines.GroupBy(line => (line.Measurement, string.Join(',', line.Tags), line.Nanos / 1_000_000)).Where(rows => rows.Count() > 1))
        {
            _breaches.Add($"{rows.Key}: {rows.Count()} rows, of which one would be seen");
        }
    }

    private void CheckOrder(string channel, long nanos)
    {
        // The browser sorts within a push, and appends across pushes.
        if (_newest.TryGetValue(channel, out var newest) && nanos < newest) _breaches.Add($"{channel}: goes back in time by {newest - nanos} ns");
    }

    /// <summary>Remembers a push's latest times for the following pushes.</summary>
    public void Passed(string stream, IReadOnlyList<LiveLine> lines)
    {
        foreach (var line in lines)
        {
            var channel = $"stream/{stream}/{line.Measurement}";
            _newest[channel] = Math.Max(_newest.GetValueOrDefault(channel), line.Nanos ?? 0);
        }
    }

    /// <summary>After a change of pusher, times may go back by the overlap that is pushed twice.</summary>
    public void ForgetOrder() => _newest.Clear();

    private void Same(Dictionary<string, string> known, string channel, string now, string what)
    {
        if (!known.TryGetValue(channel, out var before)) known[channel] = now;
        else if (before != now) _breaches.Add($"{channel}: {what} were {before}, are {now}");
    }

    [GeneratedRegex("^stream/[A-z0-9_-]+/[A-z0-9_\\-/=.,]+$")]
    private static partial Regex Channel();
}
