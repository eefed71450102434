using System.Buffers;
using System.Buffers.Binary;

namespace Tidemark.Collector.Hosting.Http2;

/// <summary>Walks over what a client sends from frame header to frame header; what lies between is skipped, not read.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc9113#section-4.1</remarks>
internal sealed class FrameScanner(ControlFrameBudget budget)
{
    private const int HeaderLength = 9;
    private const int PrefaceLength = 24;

    private readonly byte[] _header = new byte[HeaderLength];
    private int _have;
    private int _skip = PrefaceLength;

    /// <summary>Takes the next bytes, cut anywhere; false when the budget is used up.</summary>
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

            var taken = Math.Min(HeaderLength - _have, bytes.Length);
            bytes[..taken].CopyTo(_header.AsSpan(_have));
            bytes = bytes[taken..];
            _have += taken;
            if (_have < HeaderLength) return true;

            _have = 0;
            _skip = (int)(BinaryPrimitives.ReadUInt32BigEndian(_header) >> 8);
            if (!budget.Take(_header[3], _header[4], _skip)) return false;
        }

        return true;
    }
}
