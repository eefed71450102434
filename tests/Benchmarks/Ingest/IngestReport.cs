using System.Globalization;
using Tidemark.Benchmarks.Running;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>The figures of all rounds, for people and, on the last line, for scripts.</summary>
internal static class IngestReport
{
    private const double Micro = 1e-6;
    private const double Megabyte = 1024 * 1024;

    public static void Write(IReadOnlyList<Round> rounds, double bytes, double referenceBytes, TextWriter output)
    {
        var persisted = Over(rounds, round => round.PersistedPerSecond);
        var copied = Over(rounds, round => round.CopiedPerSecond);
        var ratio = Over(rounds, round => round.Ratio);
        var allocated = Over(rounds, round => round.PerOperation(usage => usage.AllocatedBytes));
        var latencies = rounds.SelectMany(round => round.Load.LatenciesMs).Order().ToArray();

        Line(
            $"operations={rounds.Sum(round => round.Persisted)} refused_requests={rounds.Sum(round => round.Load.Refused)} ack_ms p50={At(0.5):F1} ",
            $"p90={At(0.9):F1} p99={At(0.99):F1} max={At(1):F1} resident_mb={rounds[^1].After.ResidentBytes / Megabyte:F0}");
        Line(
            $"per operation: cpu_us collector={Cpu(usage => usage.Collector)} postgres={Cpu(usage => usage.Postgres)} sender={Cpu(usage => usage.Sender)} ",
            $"wal_bytes={Over(rounds, round => round.PerOperation(usage => usage.WalBytes)).Median:F0}");
        Line($"bytes on disk per operation, indexes included: operations={bytes:F0} reference={referenceBytes:F0}");
        Line($"min/median/max of {rounds.Count} rounds: persisted={persisted.ToString("F0")} copy={copied.ToString("F0")} ratio={ratio.ToString("F2")}");
        // Over all rounds, so that the ratio is the quotient of the two rates.
        var operations = rounds.Sum(round => round.Persisted);
        var rate = operations / rounds.Sum(round => round.Load.Elapsed.TotalSeconds);
        var copyRate = operations / rounds.Sum(round => round.Copying.TotalSeconds);
        Line($"persisted={rate:F0} copy={copyRate:F0} ratio={rate / copyRate:F2} bytes_per_span={allocated.Median:F0} ack_p99_ms={At(0.99):F1}");

        void Line(params FormattableString[] parts) => output.WriteLine(string.Concat(parts.Select(FormattableString.Invariant)));

        double At(double quantile) => latencies[Math.Min(latencies.Length - 1, (int)(quantile * latencies.Length))];

        string Cpu(Func<Usage, double> seconds) =>
            (Over(rounds, round => round.PerOperation(seconds)).Median / Micro).ToString("F1", CultureInfo.InvariantCulture);
    }

    private static Spread Over(IEnumerable<Round> rounds, Func<Round, double> figure) => new(rounds.Select(figure));
}
