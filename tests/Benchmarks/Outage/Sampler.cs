using System.Globalization;
using Tidemark.Testing.Oracle;
using Tidemark.Testing.Processes;

namespace Tidemark.Benchmarks.Outage;

/// <summary>Takes a <see cref="Sample"/> every second.</summary>
internal sealed class Sampler(CollectorProcess collector, OracleRecord record)
{
    private const int ReportEvery = 10;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly long _began = TimeProvider.System.GetTimestamp();
    private readonly Lock _gate = new();
    private readonly List<Sample> _samples = [];

    /// <summary>Time since the start of the run.</summary>
    public TimeSpan Now => TimeProvider.System.GetElapsedTime(_began);

    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            do Take();
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Cancellation is the normal end.
        }
    }

    /// <summary>The samples of a time range, its end excluded.</summary>
    public IReadOnlyList<Sample> Between(TimeSpan from, TimeSpan until)
    {
        lock (_gate) return [.. _samples.Where(sample => sample.At >= from && sample.At < until)];
    }

    private void Take()
    {
        // Read first: calls issued and acknowledged in between would make the backlog too small.
        var acknowledged = record.Acknowledged;
        var sample = new Sample(Now, ResidentMegabytes(), acknowledged, record.Issued.Count - acknowledged);
        lock (_gate)
        {
            if (_samples.Count % ReportEvery == 0) Print(sample);
            _samples.Add(sample);
        }
    }

    private void Print(Sample sample)
    {
        var before = _samples.Count < ReportEvery ? default : _samples[^ReportEvery];
        var rate = (sample.Acknowledged - before.Acknowledged) / Math.Max((sample.At - before.At).TotalSeconds, 1);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sample.At.TotalSeconds,5:F0} s  rss {sample.Megabytes:F0} MB, acknowledged {rate:F0}/s, held by the sender {sample.Backlog}"));
    }

    private double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{collector.Pid}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
