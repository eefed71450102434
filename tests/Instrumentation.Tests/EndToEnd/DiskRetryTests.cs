using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.EndToEnd;

public sealed class DiskRetryTests
{
    [Fact]
    public async Task Chat_CollectorAwayForAWhile_ArrivesOnceWhenItIsBack()
    {
        await using var stack = await Stack.StartAsync();
        await using var app = stack.StartMinimalApi();
        using var user = new ChatCaller(await app.LineAsync("Now listening on: "), "s-42");
        await stack.Collector.KillAsync();
        for (var i = 0; i < 5; i++)
            await user.AskAsync("c-1", "are you there");

        await Eventually.TrueAsync(() => Directory.EnumerateFiles(stack.KeptOnDisk, "*.traces", SearchOption.AllDirectories).Any());
        await stack.Collector.RestartAsync();
        await user.AskAsync("c-1", "welcome back");
        await Eventually.TrueAsync(async () => await stack.CountAsync("tidemark.operations WHERE kind = 'inference'") == 6);
        await app.StopAsync();

        Assert.Equal(6, await stack.CountAsync("tidemark.operations WHERE session_id = 's-42' AND kind = 'inference'"));
        Assert.Equal(6, await stack.Database.ScalarAsync<long>("SELECT messages::bigint FROM tidemark.sessions WHERE session_id = 's-42'"));
        Assert.Equal(0, await stack.Database.ScalarAsync<long>("SELECT coalesce(sum(duplicate), 0)::bigint FROM tidemark.ledger"));

        // The exporter's own requests, including failed ones, are not dependencies of the app.
        Assert.Equal(0, await stack.CountAsync($"tidemark.operations WHERE attributes::text LIKE '%{stack.Collector.Grpc.Port}%'"));
    }

    /// <summary>An outage during which the app is restarted twice.</summary>
    [Fact]
    public async Task Chat_AppRestartedTwiceWhileTheCollectorIsAway_EverythingArrivesOnce()
    {
        await using var stack = await Stack.StartAsync();
        await stack.Collector.KillAsync();
        for (var run = 0; run < 2; run++)
            await AskAsync(stack, 5);
        Assert.NotEmpty(Directory.EnumerateFiles(stack.KeptOnDisk, "*.traces", SearchOption.AllDirectories));

        await stack.Collector.RestartAsync();
        await using var app = stack.StartMinimalApi();
        using var user = new ChatCaller(await app.LineAsync("Now listening on: "), "s-42");
        await user.AskAsync("c-1", "welcome back");
        await Eventually.TrueAsync(async () => await stack.CountAsync("tidemark.operations WHERE kind = 'inference'") == 11);
        await app.StopAsync();

        Assert.Equal(11, await stack.Database.ScalarAsync<long>("SELECT messages::bigint FROM tidemark.sessions WHERE session_id = 's-42'"));
        Assert.Equal(0, await stack.Database.ScalarAsync<long>("SELECT coalesce(sum(duplicate), 0)::bigint FROM tidemark.ledger"));
        Assert.Empty(Directory.EnumerateFiles(stack.KeptOnDisk, "*.traces", SearchOption.AllDirectories));
    }

    private static async Task AskAsync(Stack stack, int times)
    {
        await using var app = stack.StartMinimalApi();
        using (var user = new ChatCaller(await app.LineAsync("Now listening on: "), "s-42"))
        {
            for (var i = 0; i < times; i++)
                await user.AskAsync("c-1", "are you there");
        }

        await app.StopAsync();
    }
}
