using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>Waits until the amendment pass has nothing to do soon: traces still queued only wait for parts that may never arrive.</summary>
internal static class Settled
{
    public static Task Async(CollectorUnderTest collector) => Eventually.TrueAsync(async () => await WaitingAsync(collector) == 0, TimeSpan.FromMinutes(2));

    /// <summary>Traces that are due within a minute.</summary>
    public static Task<long> WaitingAsync(CollectorUnderTest collector) =>
        collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.trace_queue WHERE due_at < now() + interval '1 minute'");
}
