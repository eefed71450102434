using Tidemark.Testing.Faults;

namespace Tidemark.Testing.Oracle.Faults;

/// <summary>Requests arrive and are committed; their senders never hear of it.</summary>
internal sealed class DropReplies : IFault
{
    private const int LongestMs = 2000;

    public Task StrikeAsync(OracleSystem system, Random random, CancellationToken cancellationToken) =>
        OracleCollector.FailAsync(
            system.Any(random).Clients, ProxyFault.DropReplies, TimeSpan.FromMilliseconds(random.Next(200, LongestMs)), cancellationToken);
}
