namespace Tidemark.Testing.Oracle.Faults;

/// <summary>Every message to and from the database is delayed.</summary>
internal sealed class SlowDatabase : IFault
{
    private const int LongestMs = 3000;

    public async Task StrikeAsync(OracleSystem system, Random random, CancellationToken cancellationToken)
    {
        var proxy = system.Any(random).Database;
        proxy.Latency = TimeSpan.FromMilliseconds(random.Next(20, 400));
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(500, LongestMs)), TimeProvider.System, cancellationToken);
        proxy.Latency = TimeSpan.Zero;
    }
}
