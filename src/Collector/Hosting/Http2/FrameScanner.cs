using System.Buffers;
using System.Buffers.Binary;

namespace Tidemark.Collector.Hosting.Http2;

/// <summary>Scans a client's bytes from frame header to frame header; payloads are skipped, except the increments of window updates.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc9113#section-4.1</remarks>
internal sealed class FrameScanner(ControlFrameBudget budget)
{
    private const int HeaderLength = 9;
    private const int IncrementLength = 4;
    private const byte WindowUpdate = 8;
    private const int PrefaceLength = 24;

    private readonly byte[] _header = new byte[HeaderLength + IncrementLength];
    private int _wanted = HeaderLength;
    private int _have;
    private int _skip = PrefaceLength;

    /// <summary>Processes the next bytes, split at any point. Returns false when the budget is exceeded.</summary>
    public bool Admit(in ReadOnlySequence<byte> bytes)
    {
        foreach (var piece in bytes)
        {
            if (!Admit(piece.Span)) return false;
        }

        return true;
    }

    private bool Admit(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_skip > 0)
            {
                var skipped = Math.Min(_skip, bytes.Length);
                _skip -= skipped;
                bytes = bytes[skipped..];
                continue;
            }

            var taken = Math.Min(_wanted - _have, bytes.Length);
            bytes[..taken].CopyTo(_header.AsSpan(_have));
            bytes = bytes[taken..];
            _have += taken;
            if (_have == _wanted && !Admit()) return false;
        }

        return true;
    }

    private bool Admit()
    {
        var length = (int)(BinaryPrimitives.ReadUInt32BigEndian(_header) >> 8);
        if (_have == HeaderLength && _header[3] == WindowUpdate && length == IncrementLength)
        {
            _wanted = HeaderLength + IncrementLength;
            return true;
        }

        var isIncrement = _have > HeaderLength;
        _skip = isIncrement ? 0 : length;
        (_have, _wanted) = (0, HeaderLength);
        return isIncrement
            ? budget.TakeIncrement(BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(HeaderLength)))
            : budget.Take(_header[3], _header[4], length);
    }
}
