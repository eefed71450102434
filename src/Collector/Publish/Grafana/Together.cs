namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Work of which no part makes sense without the others.</summary>
internal static class Together
{
    /// <summary>Runs all parts until one ends, however it ends, and then ends the others.</summary>
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
            // That is how the others end; the caller knows whether it was cancelled.
        }
    }
}
