using Tidemark.Testing.Faults;

namespace Tidemark.Testing.Oracle.Faults;

/// <summary>Traffic to the database is dropped without a reset.</summary>
internal sealed class HideDatabase : IFault
{
    private const int LongestMs = 6000;

    public Task StrikeAsync(OracleSystem system, Random random, CancellationToken cancellationToken) =>
        OracleCollector.FailAsync(system.Any(random).Database, ProxyFault.BlackHole, TimeSpan.FromMilliseconds(random.Next(500, LongestMs)), cancellationToken);
}
