using System.Buffers;
using System.IO.Pipelines;

namespace Tidemark.Collector.Hosting.Misdirected;

/// <summary>Answers clients that speak another protocol than a listener does, so that their people learn which port they want.</summary>
internal interface IMisdirectedClients
{
    /// <summary>Looks at what a client has sent first.</summary>
    /// <returns>Null while more bytes are needed to decide.</returns>
    bool? IsMisdirected(in ReadOnlySequence<byte> start);

    /// <summary>Answers in the client's own protocol. Nothing of <paramref name="input"/> is consumed yet; returns when the connection may be closed.</summary>
    Task AnswerAsync(PipeReader input, PipeWriter output, CancellationToken cancellationToken);
}
