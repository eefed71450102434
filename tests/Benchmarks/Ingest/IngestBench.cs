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

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    public string Name => "ingest";

    public string Summary =>
        "persisted operations/s beside plain COPY; --seconds, --rounds, --rate, --spans, --connections, --lanes, --sessions, --copy-rows, --shuffle-minutes, "
            + "--profile 1";

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var options = IngestOptions.From(arguments);
        await using var postgres = await BenchDatabase.StartAsync(
            options.IsProfiled ? StatementProfile.Settings : new Dictionary<string, string>(), cancellationToken);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var collector = await CollectorProcess.StartAsync(
            postgres.ConnectionString,
            new Dictionary<string, string>
            {
                ["Tidemark:Pipeline:Lanes"] = options.Lanes.ToString(CultureInfo.InvariantCulture),
                ["Logging:LogLevel:Default"] = "Warning",
                // As many as the connections send: refusals are measured by another benchmark.
                ["Tidemark:Pipeline:MaxWait"] = "00:05:00",
            },
            cancellationToken: cancellationToken);

        var factory = new TemplateFactory(Seed);
        var templates = Enumerable.Range(0, Templates).Select(_ => factory.Create(options.Spans)).ToArray();
        Console.WriteLine($"{options} request_bytes={templates.Average(template => template.Length):F0} seed={Seed}");

        var load = new Load(options, collector.Http, templates);
        var profile = options.IsProfiled ? new StatementProfile(database) : null;
        var copy = new CopyBaseline(database, options.Lanes, options.CopyRows);
        // A warm-up of both, so that code is compiled and files are extended before the measurement.
        var began = await copy.NextTransactionAsync(cancellationToken);
        await load.RunAsync(WarmUp, cancellationToken);
        await CopyBaseline.MakeTableAsync(database, cancellationToken);
        await copy.RunAsync(began, cancellationToken);

        List<Round> rounds = [];
        for (var round = 0; round < options.Rounds; round++) rounds.Add(await MeasureAsync());
        var sizes = (await Size.ReadAsync(database, "tidemark_store", cancellationToken)).First(size => size.Relation == "operations");
        var reference = (await Size.ReadAsync(database, "bench", cancellationToken)).First(size => size.Relation == "operations");
        IngestReport.Write(
            rounds, (double)sizes.Total / await CountAsync(database, cancellationToken),
            (double)reference.Total / await CountAsync(database, cancellationToken, "bench.operations"), Console.Out);
        return 0;

        async Task<Round> MeasureAsync()
        {
            await ExecuteAsync(database, "CHECKPOINT", cancellationToken);
            var since = await copy.NextTransactionAsync(cancellationToken);
            var stored = await CountAsync(database, cancellationToken);
            if (profile is not null) await profile.BeginAsync(cancellationToken);
            var before = await Usage.ReadAsync(collector.Api, database, cancellationToken);
            var sent = await load.RunAsync(TimeSpan.FromSeconds((double)options.Seconds / options.Rounds), cancellationToken);
            var after = await Usage.ReadAsync(collector.Api, database, cancellationToken);
            stored = await CountAsync(database, cancellationToken) - stored;
            if (profile is not null) await profile.WriteAsync(Console.Out, cancellationToken);
            var (rows, elapsed) = await copy.RunAsync(since, cancellationToken);
            if (rows != stored)
                throw new InvalidOperationException($"The collector stored {stored} rows in this round, but {rows} were copied: the rates cannot be compared.");
            if (stored != sent.Acknowledged) throw new InvalidOperationException(Mismatch(sent, stored, collector));
            return new Round(stored, elapsed, sent, before, after);
        }
    }

    private static string Mismatch(LoadResult sent, long stored, CollectorProcess collector) =>
        $"{sent.Acknowledged} operations were acknowledged and {sent.Refused} requests refused, but {stored} are stored. "
        + $"The collector's log:\n{collector.Output}";

    private static Task<long> CountAsync(NpgsqlDataSource database, CancellationToken cancellationToken, string table = "tidemark_store.operations") =>
        Number.ReadAsync(database, $"SELECT count(*) FROM {table}", cancellationToken);

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
