namespace Tidemark.Collector.Receive.Body;

/// <summary>
/// Hands a deflate stream its input, the last byte on its own, and so can tell afterwards what the inflater
/// itself does not: that it wanted more than there was, or stopped before the end.
/// </summary>
internal sealed class DeflateSource(ReadOnlyMemory<byte> bytes) : Stream
{
    private int _position;

    /// <summary>More was asked for than there is: the input is cut short.</summary>
    public bool WasExhausted { get; private set; }

    /// <summary>The last byte was asked for: nothing follows the end.</summary>
    public bool IsConsumed => _position == bytes.Length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var left = bytes.Length - _position;
        if (left == 0)
        {
            WasExhausted = true;
            return 0;
        }

        var count = Math.Min(buffer.Length, Math.Max(1, left - 1));
        bytes.Span.Slice(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
