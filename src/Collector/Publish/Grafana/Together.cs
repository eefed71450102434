namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Runs tasks that only make sense together.</summary>
internal static class Together
{
    /// <summary>Runs all tasks until one ends, successfully or not, and then cancels the others.</summary>
    public static async Task RunAsync(CancellationToken cancellationToken, params IReadOnlyList<Func<CancellationToken, Task>> parts)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] running = [.. parts.Select(part => part(ending.Token))];
        await Task.WhenAny(running);
        await ending.CancelAsync();
        try
        {
            await Task.WhenAll(running);
        }
        catch (OperationCanceledException)
        {
            // The regular end of the others; the caller knows whether it was cancelled itself.
        }
    }
}
