namespace Tidemark.Testing.Oracle.Faults;

/// <summary>SIGKILL of a collector, and a new one in its place.</summary>
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
