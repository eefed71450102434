using System.Globalization;
using Npgsql;
using Tidemark.Benchmarks.Running;
using Tidemark.Testing.Processes;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>Measures the disk space of operations spread over hours, including sessions, events and rollups.</summary>
internal sealed class BytesBench : IBenchmark
{
    private const int Templates = 16;
    private const int Seed = 20260301;
    private const int Connections = 4;

    public string Name => "bytes";

    public string Summary => "bytes on disk per operation, table by table; --operations, --hours over which they started, --spans";

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var (operations, hours, spans) = (arguments.Int("operations", 1_000_000), arguments.Int("hours", 24), arguments.Int("spans", 100));
        arguments.RefuseUnknown();
        await using var postgres = await BenchDatabase.StartAsync(new Dictionary<string, string>(), cancellationToken);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var collector = await CollectorProcess.StartAsync(
            postgres.ConnectionString, new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" }, cancellationToken: cancellationToken);

        var factory = new TemplateFactory(Seed);
        RequestTemplate[] templates = [.. Enumerable.Range(0, Templates).Select(_ => factory.Create(spans))];
        await SendAsync(templates, operations / spans, TimeSpan.FromHours(hours), collector.Http, cancellationToken);
        await SettledAsync(database, cancellationToken);

        var stored = await Number.ReadAsync(database, "SELECT count(*) FROM tidemark_store.operations", cancellationToken);
        var sizes = await Size.ReadAsync(database, "tidemark_store", cancellationToken);
        foreach (var size in sizes.Where(size => size.Total >= stored).OrderByDescending(size => size.Total))
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{size.Relation,-20} heap={(double)size.Heap / stored,7:F1} indexes={(double)size.Indexes / stored,7:F1}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"operations={stored} hours={hours} bytes_per_operation={(double)sizes.Sum(size => size.Total) / stored:F0} seed={Seed}"));
        return 0;
    }

    // Evenly over the hours up to now, in order of time; sessions change with the requests.
    private static async Task SendAsync(RequestTemplate[] templates, int requests, TimeSpan span, Uri target, CancellationToken cancellationToken)
    {
        var first = (TimeProvider.System.GetUtcNow() - span - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
        var step = span.Ticks * TimeSpan.NanosecondsPerTick / requests;
        var last = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            using var sender = new HttpSender(target);
            await sender.ConnectAsync(cancellationToken);
            for (var number = Interlocked.Increment(ref last); number < requests; number = Interlocked.Increment(ref last))
            {
                var template = templates[number % templates.Length];
                var session = (uint)(number * TemplateFactory.SessionsPerRequest);
                while (await sender.PostAsync(template, (ulong)number + 1, session, first + (number * step), cancellationToken) is not 200)
                    await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
            }
        }));
    }

    // Deltas are merged, traces are resolved, and tables are vacuumed.
    private static async Task SettledAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        while (await Number.ReadAsync(
            database, "SELECT (SELECT count(*) FROM tidemark_store.rollup_deltas) + (SELECT count(*) FROM tidemark_store.trace_queue)", cancellationToken) > 0)
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
        await using var vacuum = database.CreateCommand("VACUUM");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }
}
