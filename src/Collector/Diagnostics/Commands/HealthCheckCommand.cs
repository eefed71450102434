using System.Net;
using Tidemark.Collector.Hosting;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Checks whether the collector on this machine can commit: a health check for container images without a shell.</summary>
internal sealed class HealthCheckCommand : ICommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public IReadOnlyList<string> Names => ["--healthcheck"];

    public IReadOnlyList<(string Form, string Does)> Help => [("--healthcheck", "asks the collector beside this one whether it can commit")];

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var provider = context.Services.BuildServiceProvider();
        var listener = provider.GetServices<Listener>().First(listener => listener.Name == ListenerNames.Api);
        if (listener.EndPoints is not [var api, ..])
            return await context.FailAsync("The HTTP API is off: set Tidemark:Query:Listen to an address.", cancellationToken);

        // Connects to this machine by an address that the certificate need not contain.
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
        using var client = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri($"{(listener.Tls is null ? "http" : "https")}://{Reachable(api)}/readyz"), cancellationToken);
            await context.Output.WriteAsync((await answer.Content.ReadAsStringAsync(cancellationToken)).AsMemory(), cancellationToken);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return await context.FailAsync($"No answer from {api}, the address in Tidemark:Query:Listen: {exception.Message}", cancellationToken);
        }
    }

    private static IPEndPoint Reachable(IPEndPoint listening) =>
        listening.Address.Equals(IPAddress.Any) || listening.Address.Equals(IPAddress.IPv6Any) ? new IPEndPoint(IPAddress.Loopback, listening.Port) : listening;
}
