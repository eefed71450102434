using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Tidemark.Collector.Hosting.Http2;

/// <summary>A connection that is closed when its client floods it with HTTP/2 frames.</summary>
internal sealed class GuardedTransport(PipeReader input, PipeWriter output) : IDuplexPipe
{
    public PipeReader Input => input;

    public PipeWriter Output => output;

    /// <summary>Guards the connection if it uses HTTP/2.</summary>
    /// <param name="maxControlFrames">See <see cref="ControlFrameBudget"/>.</param>
    public static void Guard(ConnectionContext connection, bool onlyHttp2, int maxControlFrames, TimeProvider time)
    {
        if (!onlyHttp2 && !ChoseHttp2(connection)) return;
        var plain = connection.Transport;
        var frames = new FrameScanner(new ControlFrameBudget(maxControlFrames, time));
        connection.Transport = new GuardedTransport(new GuardedInput(connection, plain.Input, frames), plain.Output);
    }

    // With both protocols enabled, the TLS handshake has negotiated one.
    private static bool ChoseHttp2(ConnectionContext connection) =>
        connection.Features.Get<ITlsApplicationProtocolFeature>()?.ApplicationProtocol.Span.SequenceEqual("h2"u8) == true;
}
