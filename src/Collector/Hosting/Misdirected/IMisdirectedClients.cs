using System.Buffers;
using System.IO.Pipelines;

namespace Tidemark.Collector.Hosting.Misdirected;

/// <summary>Answers clients that use the wrong protocol for a listener, with the port that they need.</summary>
internal interface IMisdirectedClients
{
    /// <summary>Inspects the first bytes that a client sends.</summary>
    /// <returns>Null if more bytes are needed to decide.</returns>
    bool? IsMisdirected(in ReadOnlySequence<byte> start);

    /// <summary>Answers in the client's own protocol. <paramref name="input"/> is not consumed yet. Completes when the connection may be closed.</summary>
    Task AnswerAsync(PipeReader input, PipeWriter output, CancellationToken cancellationToken);
}
