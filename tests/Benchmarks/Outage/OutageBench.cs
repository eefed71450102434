using System.Globalization;
using Npgsql;
using Tidemark.Benchmarks.Running;
using Tidemark.Testing.Oracle;
using Tidemark.Testing.Processes;

namespace Tidemark.Benchmarks.Outage;

/// <summary>One collector under constant load while its database is stopped for a fifth of the time, in the middle.</summary>
internal sealed class OutageBench : IBenchmark
{
    private const int DefaultMinutes = 10;
    private const int DefaultRate = 2000;
    private const int Seed = 1;

    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(3);

    public string Name => "outage";

    public string Summary => "memory, recovery and exactness over an outage of PostgreSQL; --minutes, --rate";

    /// <returns>1 where anything is lost, counted twice, or drifts.</returns>
    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var whole = TimeSpan.FromMinutes(arguments.Int("minutes", DefaultMinutes));
        var rate = arguments.Int("rate", DefaultRate);
        arguments.RefuseUnknown();
        await using var database = new StoppableDatabase();
        var connectionString = await database.StartAsync(cancellationToken);
        var settings = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" };
        await using var collector = await CollectorProcess.StartAsync(connectionString, settings, cancellationToken: cancellationToken);
        var record = new OracleRecord(Seed);
        var samples = new Samples(collector, record);
        using var load = new ConstantLoad(collector.Http, record, rate);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = load.RunAsync(stop.Token, cancellationToken);

        var before = await samples.TakeAsync(whole * 0.4, cancellationToken);
        Console.WriteLine("PostgreSQL is stopped.");
        await database.StopAsync();
        var during = await samples.TakeAsync(whole * 0.2, cancellationToken);
        await database.StartAsync(cancellationToken);
        Console.WriteLine("PostgreSQL is back.");
        var recovered = await samples.UntilAsync(rate, LongestRecovery, cancellationToken);
        var after = await samples.TakeAsync((whole * 0.4) - TimeSpan.FromSeconds(recovered), cancellationToken);
        await stop.CancelAsync();
        await sending;

        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        var verdict = await OracleCheck.RunAsync(source, record, cancellationToken);
        Console.WriteLine(
            $"issued={verdict.Issued} acked={verdict.Acknowledged} stuck={verdict.Stuck} invented={verdict.Invented} changed={verdict.Changed} drift={verdict.Drift} "
            + $"wrong_events={verdict.WrongEvents} ledger_gap={verdict.LedgerGap} refusal={verdict.Refusal ?? "none"}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"rss_before_mb={Late(before):F0} rss_during_mb={during.Max():F0} rss_after_mb={Late(after):F0} recovered_s={recovered} lost={verdict.Lost} double={verdict.Double}"));
        return verdict.IsClean ? 0 : 1;
    }

    /// <summary>The median of the second half: what a process grows by when it starts is no leak.</summary>
    private static double Late(IReadOnlyList<double> megabytes) => new Spread(megabytes.Skip(megabytes.Count / 2)).Median;
}
