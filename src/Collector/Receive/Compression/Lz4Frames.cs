using K4os.Compression.LZ4.Streams;
using K4os.Compression.LZ4.Streams.Frames;

namespace Tidemark.Collector.Receive.Compression;

/// <summary>Decodes consecutive LZ4 frames. The decoder's own stream stops early if a read ends with a frame.</summary>
internal sealed class Lz4Frames(Stream source) : ForwardStream
{
    private readonly StreamLZ4FrameReader _reader = LZ4Frame.Decode(source, leaveOpen: true);

    public override int Read(Span<byte> buffer)
    {
        // False at the end of the source; true, and nothing else, inside a frame.
        while (_reader.OpenFrame())
        {
            var count = _reader.ReadManyBytes(buffer, interactive: false);
            if (count > 0 || buffer.IsEmpty) return count;
            _reader.CloseFrame();
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _reader.Dispose();
        base.Dispose(disposing);
    }
}
