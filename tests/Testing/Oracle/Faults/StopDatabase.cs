namespace Tidemark.Testing.Oracle.Faults;

/// <summary>Immediate shutdown of PostgreSQL, which then recovers from its log.</summary>
internal sealed class StopDatabase : IFault
{
    public async Task StrikeAsync(OracleSystem system, Random random, CancellationToken cancellationToken)
    {
        system.Kills++;
        await system.Cluster.StopImmediatelyAsync(cancellationToken);
    }
}
