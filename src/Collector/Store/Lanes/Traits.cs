using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>Properties that an operation shares with many others besides its series: one row of <c>traits</c>.</summary>
internal sealed record Traits(Operation Operation, byte[] Attributes, byte[] Content)
{
    private const byte Separator = 0xFF; // stands in no UTF-8 text

    /// <summary>Identifies the combination across all collectors.</summary>
    public Guid Digest { get; } = new(SHA256.HashData(Content).AsSpan(0, 16), bigEndian: true);

    /// <summary>Writes everything that distinguishes two combinations.</summary>
    public static void WriteContent(ArrayBufferWriter<byte> content, Operation operation, ReadOnlySpan<byte> attributes)
    {
        content.ResetWrittenCount();
        Write(content, operation.RequestModel);
        Write(content, operation.ResponseModel);
        Write(content, operation.FinishReason);
        BinaryPrimitives.WriteInt32LittleEndian(content.GetSpan(sizeof(int)), operation.ContextMax ?? -1);
        content.Advance(sizeof(int));
        content.Write(operation.Labels.Span);
        content.Write([Separator]);
        content.Write(attributes);
    }

    // An empty string differs from null.
    private static void Write(ArrayBufferWriter<byte> content, string? text)
    {
        if (text is not null)
        {
            content.Write([(byte)1]);
            Encoding.UTF8.GetBytes(text, content);
        }

        content.Write([Separator]);
    }
}
