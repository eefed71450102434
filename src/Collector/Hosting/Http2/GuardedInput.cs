using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections;

namespace Tidemark.Collector.Hosting.Http2;

/// <summary>A connection's input that is scanned once on its way to the server.</summary>
internal sealed class GuardedInput(ConnectionContext connection, PipeReader inner, FrameScanner frames) : PipeReader
{
    private ReadOnlySequence<byte> _given;

    // Scanned bytes, counted from the start of what is not consumed yet.
    private long _seen;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => Admit(await inner.ReadAsync(cancellationToken));

    public override bool TryRead(out ReadResult result)
    {
        if (!inner.TryRead(out result)) return false;
        result = Admit(result);
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        _seen -= _given.Slice(0, consumed).Length;
        _given = default;
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    private ReadResult Admit(in ReadResult result)
    {
        if (frames.Admit(result.Buffer.Slice(_seen)))
        {
            _given = result.Buffer;
            _seen = _given.Length;
            return result;
        }

        var flood = new ConnectionAbortedException("The client floods the connection with empty HTTP/2 frames.");
        inner.AdvanceTo(result.Buffer.End);
        connection.Abort(flood);
        throw flood;
    }
}
