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

        // The exporter has given up on them, and tries what it keeps on disk each minute.
        await Testing.Eventually.TrueAsync(() => Directory.EnumerateFiles(stack.KeptOnDisk, "*.blob", SearchOption.AllDirectories).Any(file => file.Contains("traces", StringComparison.Ordinal)));
        await stack.Collector.RestartAsync();
        await user.AskAsync("c-1", "welcome back");
        await Testing.Eventually.TrueAsync(
            async () => await stack.CountAsync("tidemark.operations WHERE kind = 'inference'") == 6,
            TimeSpan.FromMinutes(3));
        await app.StopAsync();

        Assert.Equal(6, await stack.CountAsync("tidemark.operations WHERE session_id = 's-42' AND kind = 'inference'"));
        Assert.Equal(6, await stack.Database.ScalarAsync<long>("SELECT messages::bigint FROM tidemark.sessions WHERE session_id = 's-42'"));
        Assert.Equal(0, await stack.Database.ScalarAsync<long>("SELECT coalesce(sum(duplicate), 0)::bigint FROM tidemark.ledger"));
    }
}
