using System.Globalization;
using Tidemark.Testing.Oracle;
using Tidemark.Testing.Processes;

namespace Tidemark.Benchmarks.Outage;

/// <summary>Each second: the collector's resident memory, and how many operations were acknowledged.</summary>
internal sealed class Samples(CollectorProcess collector, OracleRecord record)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly List<double> _megabytes = [];
    private int _acknowledged;

    /// <summary>Takes samples for a time.</summary>
    /// <returns>Resident megabytes of each second.</returns>
    public async Task<IReadOnlyList<double>> TakeAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var first = _megabytes.Count;
        using var timer = new PeriodicTimer(Interval);
        for (var left = (int)duration.TotalSeconds; left > 0 && await timer.WaitForNextTickAsync(cancellationToken); left--) Take();
        return _megabytes[first..];
    }

    /// <summary>Takes samples until so many operations are acknowledged in a second.</summary>
    /// <returns>Seconds until then; as many as are waited for at most when that never happens.</returns>
    public async Task<int> UntilAsync(int perSecond, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval);
        var seconds = 0;
        while (seconds < longest.TotalSeconds && await timer.WaitForNextTickAsync(cancellationToken))
        {
            seconds++;
            if (Take() >= perSecond) break;
        }

        return seconds;
    }

    private int Take()
    {
        var line = File.ReadLines($"/proc/{collector.Pid}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        var megabytes = double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        _megabytes.Add(megabytes);
        var acknowledged = record.Acknowledged;
        var fresh = acknowledged - _acknowledged;
        _acknowledged = acknowledged;
        if (_megabytes.Count % 10 == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_megabytes.Count,5} s  rss {megabytes:F0} MB, acknowledged {fresh}/s, waiting at the sender {record.Waiting}"));
        return fresh;
    }
}
