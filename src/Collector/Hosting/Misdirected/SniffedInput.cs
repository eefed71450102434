using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Tidemark.Collector.Hosting.Misdirected;

/// <summary>
/// A client's input that is inspected once at its start. The server does the reading, so its time limits apply; a client with the wrong
/// protocol is answered here, and the server sees a connection that was closed without a request.
/// </summary>
internal sealed class SniffedInput(IDuplexPipe transport, IMisdirectedClients misdirected) : PipeReader
{
    private readonly PipeReader _inner = transport.Input;
    private bool _isDecided;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var result = await _inner.ReadAsync(cancellationToken);
            if (_isDecided || result.IsCanceled) return result;
            var isMisdirected = misdirected.IsMisdirected(result.Buffer);
            if (isMisdirected is null && !result.IsCompleted)
            {
                _inner.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            _isDecided = true;
            if (isMisdirected is not true) return result;
            _inner.AdvanceTo(result.Buffer.Start);
            await misdirected.AnswerAsync(_inner, transport.Output, cancellationToken);
            return new ReadResult(default, isCanceled: false, isCompleted: true);
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        result = default;
        return _isDecided && _inner.TryRead(out result);
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        // The position of an empty buffer, which does not belong to the inner reader.
        if (consumed.GetObject() is null) return;
        _inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => _inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => _inner.Complete(exception);
}
