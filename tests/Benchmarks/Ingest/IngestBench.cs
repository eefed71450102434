using System.Globalization;
using Npgsql;
using Tidemark.Benchmarks.Running;
using Tidemark.Testing.Processes;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>OTLP over loopback to committed rows, against plain COPY BINARY of the same rows in the same run.</summary>
internal sealed class IngestBench : IBenchmark
{
    private const int Templates = 16;
    private const int Seed = 20260301;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public string Name => "ingest";

    public string Summary => "persisted operations/s beside plain COPY; --seconds, --rounds, --rate, --spans, --connections, --lanes, --sessions, --copy-rows";

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var options = IngestOptions.From(arguments);
        await using var postgres = await BenchDatabase.StartAsync(cancellationToken);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var collector = await CollectorProcess.StartAsync(
            postgres.ConnectionString,
            new Dictionary<string, string>
            {
                ["Tidemark:Pipeline:Lanes"] = options.Lanes.ToString(CultureInfo.InvariantCulture),
                ["Logging:LogLevel:Default"] = "Warning",
            },
            cancellationToken: cancellationToken);

        var factory = new TemplateFactory(Seed);
        var templates = Enumerable.Range(0, Templates).Select(_ => factory.Create(options.Spans)).ToArray();
        Console.WriteLine($"{options} request_bytes={templates.Average(template => template.Length):F0} seed={Seed}");

        var load = new Load(options, collector.Http, templates);
        var copy = new CopyBaseline(database, options.Lanes, options.CopyRows);
        await load.RunAsync(WarmUp, cancellationToken);
        await copy.PrepareAsync(cancellationToken);

        List<Round> rounds = [];
        var before = await CollectorFigures.ReadAsync(collector.Api, cancellationToken);
        for (var round = 0; round < options.Rounds; round++) rounds.Add(await MeasureAsync(load, copy, database, TimeSpan.FromSeconds((double)options.Seconds / options.Rounds), cancellationToken));
        var after = await CollectorFigures.ReadAsync(collector.Api, cancellationToken);

        return Report(rounds, after.AllocatedBytes - before.AllocatedBytes, after.ResidentBytes);
    }

    private static async Task<Round> MeasureAsync(Load load, CopyBaseline copy, NpgsqlDataSource database, TimeSpan duration, CancellationToken cancellationToken)
    {
        await ExecuteAsync(database, "CHECKPOINT", cancellationToken);
        var since = TimeProvider.System.GetUtcNow();
        var stored = await CountAsync(database, cancellationToken);
        var sent = await load.RunAsync(duration, cancellationToken);
        stored = await CountAsync(database, cancellationToken) - stored;
        var (rows, elapsed) = await copy.RunAsync(since, cancellationToken);
        if (rows != stored) throw new InvalidOperationException($"The collector stored {stored} rows in this round, but {rows} were copied: the rates cannot be compared.");
        if (stored != sent.Acknowledged) throw new InvalidOperationException($"{sent.Acknowledged} operations were acknowledged, but {stored} are stored.");
        return new Round(stored, stored / sent.Elapsed.TotalSeconds, rows / elapsed.TotalSeconds, sent);
    }

    private static int Report(List<Round> rounds, long allocated, long resident)
    {
        var persisted = new Spread(rounds.Select(round => round.PersistedPerSecond));
        var copied = new Spread(rounds.Select(round => round.CopiedPerSecond));
        var ratio = new Spread(rounds.Select(round => round.Ratio));
        var latencies = rounds.SelectMany(round => round.Load.LatenciesMs).Order().ToArray();
        var spans = rounds.Sum(round => round.Persisted);

        Console.WriteLine($"min/median/max of {rounds.Count} rounds: persisted={persisted.ToString("F0")} copy={copied.ToString("F0")} ratio={ratio.ToString("F2")}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"operations={spans} refused_requests={rounds.Sum(round => round.Load.Refused)} ack_ms p50={At(0.5):F1} p90={At(0.9):F1} p99={At(0.99):F1} max={At(1):F1} resident_mb={resident / 1048576.0:F0}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"persisted={persisted.Median:F0} copy={copied.Median:F0} ratio={ratio.Median:F2} bytes_per_span={(double)allocated / spans:F0} ack_p99_ms={At(0.99):F1}"));
        return 0;

        double At(double quantile) => latencies[Math.Min(latencies.Length - 1, (int)(quantile * latencies.Length))];
    }

    private static async Task<long> CountAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT count(*) FROM tidemark_store.operations");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
