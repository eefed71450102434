namespace Tidemark.Collector.Receive.Compression;

/// <summary>
/// Hands a decoder its input, the last byte on its own, and so can determine afterwards what the framework's inflaters
/// do not: that they wanted more than there was, or stopped before the end.
/// </summary>
/// <param name="bytes">The body.</param>
/// <param name="hasEndMark">A zero byte follows the body.</param>
internal sealed class CompressedSource(ReadOnlyMemory<byte> bytes, bool hasEndMark) : ForwardStream
{
    private readonly int _length = bytes.Length + (hasEndMark ? 1 : 0);
    private int _position;
    private bool _wasExhausted;

    /// <summary>To be called when the decoder has reached its end.</summary>
    /// <exception cref="InvalidDataException">That was not the body's.</exception>
    public void CheckEnd()
    {
        if (_wasExhausted) throw new InvalidDataException("it is cut short");
        if (_position < _length) throw new InvalidDataException("something follows its end");
    }

    public override int Read(Span<byte> buffer)
    {
        var left = _length - _position;
        if (left == 0)
        {
            _wasExhausted = true;
            return 0;
        }

        var count = Math.Min(buffer.Length, Math.Max(1, left - 1));
        if (_position == bytes.Length) buffer[0] = 0;
        else bytes.Span.Slice(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
