namespace Tidemark.Collector.Receive.Compression;

/// <summary>
/// A decoder's input that returns its last byte separately, to detect what the framework's inflaters do not report: that they
/// needed more input than there was, or stopped before the end.
/// </summary>
/// <param name="bytes">The body.</param>
/// <param name="hasEndMark">Whether a zero byte follows the body.</param>
internal sealed class CompressedSource(ReadOnlyMemory<byte> bytes, bool hasEndMark) : ForwardStream
{
    private readonly int _length = bytes.Length + (hasEndMark ? 1 : 0);
    private int _position;
    private bool _wasExhausted;

    /// <summary>Called when the decoder has reached its end.</summary>
    /// <exception cref="InvalidDataException">The decoder's end is not the end of the body.</exception>
    public void CheckEnd()
    {
        if (_wasExhausted) throw new InvalidDataException("it is cut short");
        if (_position < _length) throw new InvalidDataException("data follows its end");
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
