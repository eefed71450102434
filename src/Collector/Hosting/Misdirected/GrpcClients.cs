using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text;

namespace Tidemark.Collector.Hosting.Misdirected;

/// <summary>
/// gRPC clients, with HTTP/2 in clear text, on a port that does not accept it. The first request is answered with a status and a message.
/// This requires finding frame boundaries, but no decoding of the client's headers.
/// </summary>
/// <param name="sentence">The message: ASCII without %, as used in a header; created for each response.</param>
/// <param name="status">The gRPC status; UNIMPLEMENTED (permanent) by default, for an HTTP/1 listener.</param>
/// <remarks>https://www.rfc-editor.org/rfc/rfc9113, https://www.rfc-editor.org/rfc/rfc7541</remarks>
internal sealed class GrpcClients(Func<string> sentence, string status = "12") : IMisdirectedClients
{
    private const int HeaderLength = 9;
    private const int LongestFrame = 16 * 1024;
    private const int MaxFrames = 1_000;
    private const byte Headers = 1;
    private const byte Reset = 3;
    private const byte Settings = 4;
    private const byte Ping = 6;
    private const byte GoAway = 7;
    private const byte Acknowledged = 1;
    private const byte EndStreamAndHeaders = 0x5;

    private static readonly byte[] Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray();

    public bool? IsMisdirected(in ReadOnlySequence<byte> start)
    {
        Span<byte> bytes = stackalloc byte[(int)Math.Min(start.Length, Preface.Length)];
        start.Slice(0, bytes.Length).CopyTo(bytes);
        if (!Preface.AsSpan().StartsWith(bytes)) return false;
        return bytes.Length == Preface.Length ? true : null;
    }

    public async Task AnswerAsync(PipeReader input, PipeWriter output, CancellationToken cancellationToken)
    {
        var preface = await input.ReadAtLeastAsync(Preface.Length, cancellationToken);
        input.AdvanceTo(preface.Buffer.GetPosition(Preface.Length));
        WriteFrame(output, Settings, 0, 0, []);
        await output.FlushAsync(cancellationToken);
        for (var frames = 0; frames < MaxFrames; frames++)
        {
            if (await ReadFrameAsync(input, cancellationToken) is not { } frame) return;
            Answer(output, frame);
            await output.FlushAsync(cancellationToken);
            if (frame.Type == Headers) break;
        }

        await Lingering.DrainAsync(input, cancellationToken);
    }

    /// <returns>Null at the end of the connection, and if a frame exceeds the maximum size.</returns>
    private static async Task<Frame?> ReadFrameAsync(PipeReader input, CancellationToken cancellationToken)
    {
        var read = await input.ReadAtLeastAsync(HeaderLength, cancellationToken);
        if (read.Buffer.Length < HeaderLength) return null;
        var header = read.Buffer.Slice(0, HeaderLength).ToArray();
        input.AdvanceTo(read.Buffer.GetPosition(HeaderLength));
        var length = (int)(BinaryPrimitives.ReadUInt32BigEndian(header) >> 8);
        if (length > LongestFrame) return null;
        byte[] payload = [];
        if (length > 0)
        {
            read = await input.ReadAtLeastAsync(length, cancellationToken);
            if (read.Buffer.Length < length) return null;
            payload = read.Buffer.Slice(0, length).ToArray();
            input.AdvanceTo(read.Buffer.GetPosition(length));
        }

        return new Frame(header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)) & int.MaxValue, payload);
    }

    private void Answer(PipeWriter output, Frame frame)
    {
        switch (frame.Type)
        {
            case Settings when frame.Flags != Acknowledged:
                WriteFrame(output, Settings, Acknowledged, 0, []);
                break;
            case Ping when frame.Flags != Acknowledged:
                WriteFrame(output, Ping, Acknowledged, 0, frame.Payload);
                break;
            case Headers:
                WriteFrame(output, Headers, EndStreamAndHeaders, frame.Stream, Status());
                // NO_ERROR: the rest of the request is not needed; the client would otherwise wait for a window update.
                WriteFrame(output, Reset, 0, frame.Stream, new byte[4]);
                var last = new byte[8];
                BinaryPrimitives.WriteInt32BigEndian(last, frame.Stream);
                WriteFrame(output, GoAway, 0, 0, last);
                break;
        }
    }

    private static void WriteFrame(PipeWriter output, byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var frame = output.GetSpan(HeaderLength + payload.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame[5..], stream);
        payload.CopyTo(frame[HeaderLength..]);
        output.Advance(HeaderLength + payload.Length);
    }

    // Header fields without dynamic table or Huffman coding: :status 200 is entry 8 of the static table.
    private byte[] Status()
    {
        var block = new List<byte> { 0x88 };
        WriteField(block, "content-type", "application/grpc");
        WriteField(block, "grpc-status", status);
        WriteField(block, "grpc-message", sentence());
        return [.. block];
    }

    private static void WriteField(List<byte> block, string name, string value)
    {
        block.Add(0);
        WriteText(block, name);
        WriteText(block, value);
    }

    // The length is an integer with a 7-bit prefix.
    private static void WriteText(List<byte> block, string text)
    {
        const int Prefix = 127;
        if (text.Length < Prefix) block.Add((byte)text.Length);
        else block.AddRange([Prefix, .. Rest(text.Length - Prefix)]);
        block.AddRange(Encoding.ASCII.GetBytes(text));
    }

    private static IEnumerable<byte> Rest(int value)
    {
        for (; value >= 128; value >>= 7) yield return (byte)(value | 0x80);
        yield return (byte)value;
    }

    private readonly record struct Frame(byte Type, byte Flags, int Stream, byte[] Payload);
}
