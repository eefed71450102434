using System.Net;
using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Hosting.Access;

/// <summary>
/// Which host names requests may be for. Where no key is required, a page of another site could else use a browser on this
/// machine to talk to the collector, by a name of its own that resolves to it.
/// </summary>
internal sealed class KnownHosts(Authenticator authenticator, IOptions<AccessOptions> options)
{
    private const string Any = "*";
    private const string Local = "localhost";

    private readonly string[] _names = List(options.Value.Hosts);

    /// <summary>False = the request came over loopback, without a key being asked for, by a name that is not known.</summary>
    /// <param name="context">The request.</param>
    /// <param name="further">Names that are known beside those of <see cref="AccessOptions.Hosts"/>.</param>
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

    /// <summary>Names by commas.</summary>
    public static string[] List(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // RFC 6761: whatever ends in localhost is this machine, and no other host can have it.
    private static bool IsLocal(string host) =>
        host.Equals(Local, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith($".{Local}", StringComparison.OrdinalIgnoreCase)
        || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase);

    private static bool IsAmong(string host, IReadOnlyCollection<string> names) =>
        names.Contains(Any) || names.Contains(host, StringComparer.OrdinalIgnoreCase);
}
