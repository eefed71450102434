using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Grpc;

/// <summary>Extracts the length-prefixed message of a unary call, however the bytes are split.</summary>
internal sealed class GrpcFrame(int limit, bool mayBeCompressed)
{
    public const int HeaderLength = 5;

    private bool _hasHeader;
    private long _left;

    public bool IsCompressed { get; private set; }

    /// <summary>The part of the message in the given bytes; <paramref name="consumed"/> is the position up to which they were processed.</summary>
    public ReadOnlySequence<byte> Unwrap(in ReadOnlySequence<byte> bytes, out SequencePosition consumed)
    {
        consumed = bytes.Start;
        var rest = bytes;
        if (!_hasHeader)
        {
            if (bytes.Length < HeaderLength) return ReadOnlySequence<byte>.Empty;
            ReadHeader(bytes);
            rest = bytes.Slice(HeaderLength);
        }

        if (rest.Length > _left) Fail("more than one message was sent to a unary method");
        _left -= rest.Length;
        consumed = bytes.End;
        return rest;
    }

    /// <summary>Frames an uncompressed message.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> message)
    {
        var frame = new byte[HeaderLength + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <summary>Called at the end of the bytes.</summary>
    public void Complete()
    {
        if (!_hasHeader) Fail("no message was sent");
        if (_left > 0) Fail("the message is cut short");
    }

    private void ReadHeader(in ReadOnlySequence<byte> bytes)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        bytes.Slice(0, HeaderLength).CopyTo(header);
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (header[0] > 1) Fail("the message's compressed flag is neither 0 nor 1");
        if (header[0] == 1 && !mayBeCompressed) Fail("the message is marked as compressed, but grpc-encoding names no compression");
        if (length > limit) throw new RefusedException(Refusal.TooLarge(limit));
        _hasHeader = true;
        _left = length;
        IsCompressed = header[0] == 1;
    }

    [DoesNotReturn]
    private static void Fail(string what) => throw new RefusedException(Refusal.Malformed(what));
}
