namespace Tidemark.Testing.Oracle.Faults;

/// <summary>A rolling restart: each collector in turn is stopped and restarted.</summary>
internal sealed class RestartAll : IFault
{
    public async Task StrikeAsync(OracleSystem system, Random random, CancellationToken cancellationToken)
    {
        foreach (var collector in system.Collectors)
        {
            if (await collector.Process.StopAsync(cancellationToken) is not 0 and var code)
            {
                throw new InvalidOperationException($"A collector that was asked to end did so with code {code}:\n{collector.Process.Output}");
            }

            await collector.Process.RestartAsync(cancellationToken: cancellationToken);
        }
    }
}
