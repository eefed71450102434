using System.Globalization;
using Npgsql;
using Tidemark.Benchmarks.Ingest;
using Tidemark.Benchmarks.Running;
using Tidemark.Testing.Processes;

namespace Tidemark.Benchmarks.Overload;

/// <summary>Measures the collector at and above its capacity: how fast it refuses, whether responses match what is stored, and the remaining rate.</summary>
internal sealed class OverloadBench : IBenchmark
{
    private const int Templates = 16;
    private const int Seed = 20261126;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    public string Name => "overload";

    public string Summary =>
        "twice what the collector carries: refusals, their time, and the rate of the rest; --seconds, --factor (percent), --spans, --connections, "
            + "--unloaded-seconds, --unloaded-connections";

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var duration = TimeSpan.FromSeconds(arguments.Int("seconds", 60));
        var factor = arguments.Int("factor", 200) / 100.0;
        var spans = arguments.Int("spans", 200);
        var connections = arguments.Int("connections", 900);
        var closed = new IngestOptions(arguments.Int("unloaded-seconds", 20), 1, 0, spans, arguments.Int("unloaded-connections", 24), 0, 4_000, 0, 0, false);
        arguments.RefuseUnknown();

        await using var postgres = await BenchDatabase.StartAsync(cancellationToken);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var collector = await CollectorProcess.StartAsync(
            postgres.ConnectionString, new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" }, cancellationToken: cancellationToken);
        var factory = new TemplateFactory(Seed);
        var templates = Enumerable.Range(0, Templates).Select(_ => factory.Create(spans)).ToArray();
        Console.WriteLine(
            $"seconds={duration.TotalSeconds} factor={factor.ToString(CultureInfo.InvariantCulture)} spans={spans} connections={connections} seed={Seed}");

        var load = new Load(closed, collector.Http, templates);
        await load.RunAsync(WarmUp, cancellationToken);
        var unloaded = await load.RunAsync(TimeSpan.FromSeconds(closed.Seconds), cancellationToken);
        var carried = unloaded.Acknowledged / unloaded.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"unloaded: {carried:F0} operations/s, {unloaded.Refused} requests refused"));

        var overload = new OpenLoad(collector.Http, templates, connections);
        await overload.RunAsync(factor * carried / spans, duration, cancellationToken);
        if (overload.Unsent > 0) Console.WriteLine($"{overload.Unsent} requests were not sent: all connections were in use. Raise --connections.");
        var report = new OverloadReport(overload.Answers, spans, await StoredAsync(database, cancellationToken), carried, duration);
        report.Write(Console.Out);
        return report.IsTrue ? 0 : 1;
    }

    /// <summary>Operations by request number, which is the second half of the trace id.</summary>
    private static async Task<IReadOnlyDictionary<ulong, long>> StoredAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT right(replace(trace_id::text, '-', ''), 16), count(*) FROM tidemark.operations GROUP BY 1");
        command.CommandTimeout = 0;
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var stored = new Dictionary<ulong, long>();
        while (await row.ReadAsync(cancellationToken))
            stored[ulong.Parse(row.GetString(0), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)] = row.GetInt64(1);
        return stored;
    }
}
