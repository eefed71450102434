using Tidemark.Testing.Faults;

namespace Tidemark.Testing.Oracle.Faults;

/// <summary>Requests are committed, and their responses dropped.</summary>
internal sealed class DropReplies : IFault
{
    private const int LongestMs = 2000;

    public Task StrikeAsync(OracleSystem system, Random random, CancellationToken cancellationToken) =>
        OracleCollector.FailAsync(
            system.Any(random).Clients, ProxyFault.DropReplies, TimeSpan.FromMilliseconds(random.Next(200, LongestMs)), cancellationToken);
}
