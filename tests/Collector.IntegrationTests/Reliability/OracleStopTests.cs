using Tidemark.Testing.Oracle;
using Tidemark.Testing.Oracle.Faults;
using Xunit.Abstractions;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>The oracle with one fault only, on its own PostgreSQL, because the supervisor's growing backoff would delay other tests.</summary>
public sealed class OracleStopTests(OracleFixture fixture, ITestOutputHelper output) : IClassFixture<OracleFixture>
{
    private const int Stops = 10;

    [Fact]
    public async Task Run_TenImmediateStopsOfPostgres_LosesNothingAndCountsOnce()
    {
        var options = new OracleOptions(20261121, TimeSpan.Zero)
        {
            Collectors = 1,
            Producers = 1,
            CallsPerSecond = 1000,
            Faults = [new StopDatabase()],
            LeastStrikes = Stops,
        };
        await using var system = await OracleSystem.StartAsync(fixture.Cluster, options, CancellationToken.None);
        output.WriteLine($"seed {options.Seed}");

        var verdict = await OracleRun.RunAsync(system, options, output.WriteLine, CancellationToken.None);

        Assert.True(verdict is { IsClean: true, Kills: Stops } && verdict.Acknowledged == verdict.Issued, $"{verdict}");
    }
}
