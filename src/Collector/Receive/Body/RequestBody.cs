using System.Buffers;
using Tidemark.Collector.Model;
using Tidemark.Collector.Receive.Compression;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Body;

/// <summary>
/// The bytes of a request in one pooled buffer. They are charged to the process's budget as they arrive, until the request is
/// answered; the buffer itself is returned as soon as it is decoded.
/// </summary>
internal sealed class RequestBody(InFlightBudget budget, ReceiveOptions options) : IDisposable
{
    private const int SmallestBuffer = 64 * 1024;

    private byte[] _buffer = [];
    private int _length;
    private long _paid;

    /// <summary>How to decompress the bytes before decoding; null = they are not compressed.</summary>
    public ICompression? Compression { get; set; }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public void Append(in ReadOnlySequence<byte> bytes)
    {
        var count = bytes.Length;
        if (_length + count > options.MaxRequestBytes) throw new RefusedException(Refusal.TooLarge(options.MaxRequestBytes));
        bytes.CopyTo(Extend((int)count));
    }

    /// <summary>Extends the body by a number of bytes, for the caller to fill.</summary>
    public Span<byte> Extend(int count)
    {
        if (!budget.TryTake(count))
            throw new RefusedException(Refusal.Unavailable(
                RefusalCause.InFlightBytes, "the collector's limit of bytes in flight is reached", options.RetryAfter));
        _paid += count;
        if (_length + count > _buffer.Length) Grow(_length + count);
        var added = _buffer.AsSpan(_length, count);
        _length += count;
        return added;
    }

    /// <summary>Removes bytes from the end and returns their share of the budget.</summary>
    /// <param name="length">Number of bytes to keep.</param>
    public void Shrink(int length)
    {
        budget.Give(_length - length);
        _paid -= _length - length;
        _length = length;
    }

    /// <summary>Returns the buffer; the bytes remain charged.</summary>
    public void ReleaseMemory()
    {
        var buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
    }

    public void Dispose()
    {
        ReleaseMemory();
        budget.Give(_paid);
        _paid = 0;
    }

    private void Grow(int needed)
    {
        var doubled = (int)Math.Min((long)_buffer.Length * 2, options.MaxRequestBytes);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(needed, doubled), SmallestBuffer));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
