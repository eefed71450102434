namespace Tidemark.Testing.Oracle.Faults;

/// <summary>Kills a collector and starts a new one.</summary>
internal sealed class KillCollector : IFault
{
    public async Task StrikeAsync(OracleSystem system, Random random, CancellationToken cancellationToken)
    {
        var collector = system.Any(random);
        await collector.Process.KillAsync();
        system.Kills++;
        await collector.Process.RestartAsync(cancellationToken: cancellationToken);
    }
}
