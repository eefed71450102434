using Tidemark.Collector.Decode;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.Tests.Decode;

/// <summary>Bytes that are not a valid span, used as the only span of a request.</summary>
public sealed class ProtobufReaderTests
{
    public static TheoryData<string, byte[]> Malformed => new()
    {
        { "a varint without an end", [0x30, 0x80] },
        { "a varint of eleven bytes", [0x30, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01] },
        { "a varint of 65 bits", [0x30, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02] },
        { "field number zero", [0x00, 0x01] },
        { "a tag over 32 bits", [0x80, 0x80, 0x80, 0x80, 0x80, 0x01, 0x00] },
        { "a name as a number", [0x28, 0x01] },
        { "a trace id as a fixed number", [0x09, 1, 2, 3, 4, 5, 6, 7, 8] },
        { "a start time as bytes", [0x3A, 0x00] },
        { "an unknown field of a group type", [0xFB, 0x07] },
        { "an unknown field of wire type 7", [0xFF, 0x07] },
        { "a length beyond the message", [0x2A, 0x05, (byte)'a'] },
        { "a length of 2^64-1", [0x2A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01] },
        { "a length of 2^31", [0x2A, 0x80, 0x80, 0x80, 0x80, 0x08] },
        { "a fixed number cut short", [0x39, 1, 2, 3] },
        { "an attribute that is none", [0x4A, 0x02, 0x08, 0x01] },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Decode_MalformedSpan_ThrowsTypedWithoutPayload(string what, byte[] span)
    {
        var body = OtlpProtobuf.Request(new ProtobufWriter().Raw(span));

        var thrown = Assert.Throws<MalformedRequestException>(() => Decoding.Traces(body));

        Assert.True(thrown.Message.Contains("at byte ", StringComparison.Ordinal), what);
    }

    [Fact]
    public void Decode_EveryPrefixOfARequest_IsReadOrMalformed()
    {
        var whole = OtlpProtobuf.Traces(new OtlpSpan
        {
            Attributes = new() { { "a", new object?[] { 1L, "b" } } },
            Events = [new OtlpSpanEvent("e")],
            StatusCode = 2,
        });
        for (var length = 1; length < whole.Length; length++)
            Assert.Throws<MalformedRequestException>(() => Decoding.Traces(whole[..length]));
        Assert.Single(Decoding.Traces(whole).Items);
    }

    [Fact]
    public void Decode_UnknownFieldsOfEveryWireType_AreSkipped()
    {
        var span = OtlpProtobuf.Span(new OtlpSpan { Name = "kept" }).Varint(200, ulong.MaxValue).Fixed64(201, 1).Fixed32(202, 2).Text(203, "x");

        Assert.Contains("'kept'", Assert.Single(Decoding.Traces(OtlpProtobuf.Request(span)).Items), StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_EmptyBody_IsAnEmptyRequest()
    {
        var sink = Decoding.Traces([]);

        Assert.Empty(sink.Items);
        Assert.Empty(sink.Rejected);
    }
}
