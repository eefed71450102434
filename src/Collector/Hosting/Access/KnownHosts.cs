using System.Net;
using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Hosting.Access;

/// <summary>
/// Checks the host names of requests. Without keys, a page of another site could otherwise use a browser on this machine to reach
/// the collector, by resolving a name of its own to it (DNS rebinding).
/// </summary>
internal sealed class KnownHosts(Authenticator authenticator, IOptions<AccessOptions> options)
{
    private const string Any = "*";
    private const string Local = "localhost";

    private readonly string[] _names = List(options.Value.Hosts);

    /// <summary>Returns false if the request arrived over loopback, no key is required, and its host name is unknown.</summary>
    /// <param name="context">The request.</param>
    /// <param name="further">Known names in addition to <see cref="AccessOptions.Hosts"/>.</param>
    public bool Knows(HttpContext context, params IReadOnlyCollection<string> further)
    {
        if (authenticator.IsRequired || context.Connection.LocalIpAddress is not { } address || !IPAddress.IsLoopback(address)) return true;
        var host = context.Request.Host.Host;
        return host.Length == 0
            || IPAddress.TryParse(host.Trim('[', ']'), out _)
            || IsLocal(host)
            || IsAmong(host, _names)
            || IsAmong(host, further);
    }

    /// <summary>Splits names separated by commas.</summary>
    public static string[] List(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // RFC 6761: names that end in localhost always resolve to this machine.
    private static bool IsLocal(string host) =>
        host.Equals(Local, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith($".{Local}", StringComparison.OrdinalIgnoreCase)
        || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase);

    private static bool IsAmong(string host, IReadOnlyCollection<string> names) =>
        names.Contains(Any) || names.Contains(host, StringComparer.OrdinalIgnoreCase);
}
