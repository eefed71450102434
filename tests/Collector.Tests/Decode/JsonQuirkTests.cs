using System.Text;
using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Tests.Decode;

/// <summary>Variants of OTLP/JSON that senders use, valid and nearly valid.</summary>
public sealed class JsonQuirkTests
{
    private const string Ids = "\"traceId\":\"0102030405060708090A0b0c0D0e0f10\",\"spanId\":\"1112131415161718\"";

    [Fact]
    public void Decode_HexIdsOfEitherCase_AreTheSameIds() =>
        Assert.Contains("0102030405060708090a0b0c0d0e0f10/1112131415161718", Span(Ids), StringComparison.Ordinal);

    [Theory]
    [InlineData("AQIDBAUGBwgJCgsMDQ4PEA==")]
    [InlineData("0102030405060708090a0b0c0d0e0f1g")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("")]
    public void Decode_IdsThatAreNoHex_RefuseTheSpanAlone(string traceId)
    {
        var sink = Decode($"{{\"traceId\":\"{traceId}\",\"spanId\":\"1112131415161718\"}},{{{Ids}}}");

        Assert.Single(sink.Items);
        Assert.Single(sink.Rejected);
    }

    [Theory]
    [InlineData("1790000000000000000")]
    [InlineData("\"1790000000000000000\"")]
    [InlineData("1.79e18")]
    public void Decode_IntegersInEveryForm_AreTheSameNumber(string number)
    {
        Assert.Contains(" 1790000000000000000-0 ", Span($"{Ids},\"startTimeUnixNano\":{number}"), StringComparison.Ordinal);
        Assert.Contains(" i=1790000000000000000 ", Span(Ids + Attribute("i", $"{{\"intValue\":{number}}}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.5", "1.5d")]
    [InlineData("\"1.5\"", "1.5d")]
    [InlineData("2", "2d")]
    [InlineData("\"NaN\"", "NaNd")]
    [InlineData("\"Infinity\"", "Infinityd")]
    [InlineData("\"-Infinity\"", "-Infinityd")]
    public void Decode_DoublesInEveryForm_AreRead(string number, string wanted) =>
        Assert.Contains($" d={wanted} ", Span(Ids + Attribute("d", $"{{\"doubleValue\":{number}}}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("3", "2")]
    [InlineData("\"3\"", "\"2\"")]
    [InlineData("\"SPAN_KIND_CLIENT\"", "\"STATUS_CODE_ERROR\"")]
    public void Decode_EnumsInEveryForm_AreRead(string kind, string status) =>
        Assert.Contains("kind 3 0-0 status 2", Span($"{Ids},\"kind\":{kind},\"status\":{{\"code\":{status}}}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("SEVERITY_NUMBER_TRACE", 1)]
    [InlineData("SEVERITY_NUMBER_INFO", 9)]
    [InlineData("SEVERITY_NUMBER_INFO3", 11)]
    [InlineData("SEVERITY_NUMBER_ERROR4", 20)]
    [InlineData("SEVERITY_NUMBER_FATAL4", 24)]
    public void Decode_SeveritiesByName_AreTheirNumbers(string name, int number) => Assert.Contains(
        $"severity {number} ",
        Assert.Single(Decoding.Decode(
            OtlpSignal.Logs, OtlpEncoding.Json,
            Encoding.UTF8.GetBytes($"{{\"resourceLogs\":[{{\"scopeLogs\":[{{\"logRecords\":[{{\"severityNumber\":\"{name}\"}}]}}]}}]}}")).Items),
        StringComparison.Ordinal);

    [Fact]
    public void Decode_UnknownEnumName_IsUnspecified() => Assert.Contains("kind 0 ", Span($"{Ids},\"kind\":\"SPAN_KIND_MAGIC\""), StringComparison.Ordinal);

    [Fact]
    public void Decode_UnknownMembers_AreIgnored()
    {
        var item = Span($"{Ids},\"unknown\":{{\"deep\":[1,{{}}]}},\"unknown_one\":1,\"name\":\"kept\"");

        Assert.Contains("'kept' kind 0 0-0", item, StringComparison.Ordinal);
    }

    /// <summary>proto3 JSON: "Parsers accept both the lowerCamelCase name and the original proto field name."</summary>
    [Fact]
    public void Decode_OriginalFieldNames_AreTheSameMembers()
    {
        var camel = """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}],"droppedAttributesCount":1},"scopeSpans":[{"scope":{"name":"s"},
            "spans":[{"traceId":"0102030405060708090a0b0c0d0e0f10","spanId":"0102030405060708","parentSpanId":"0102030405060709","name":"chat","kind":3,
            "startTimeUnixNano":"1790000000000000000","endTimeUnixNano":"1790000000500000000","droppedEventsCount":2,
            "attributes":[{"key":"n","value":{"intValue":"9"}},{"key":"l","value":{"arrayValue":{"values":[{"doubleValue":1.5},{"boolValue":true}]}}},{"key":"o","value":{"kvlistValue":{"values":[{"key":"k","value":{"bytesValue":"AQI="}}]}}}],
            "events":[{"timeUnixNano":"1790000000100000000","name":"e"}],"status":{"code":2}}]}]}]}
            """;
        var original = System.Text.RegularExpressions.Regex.Replace(
            camel, "\"[a-z]+[A-Z][A-Za-z]*\":",
            name => string.Concat(name.Value.Select(letter => char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{letter}")));

        Assert.Contains("\"start_time_unix_nano\"", original, StringComparison.Ordinal);
        Assert.Equal(Decoding.Json(Encoding.UTF8.GetBytes(camel)).Items, Decoding.Json(Encoding.UTF8.GetBytes(original)).Items);
    }

    [Theory]
    [InlineData("AQL+/w==")]
    [InlineData("AQL+/w")]
    [InlineData("AQL-_w==")]
    [InlineData("AQL-_w")]
    public void Decode_BytesInEveryForm_AreTheSameBytes(string bytes) =>
        Assert.Equal(Span(Ids + Attribute("a", "{\"bytesValue\":\"AQL+/w==\"}")), Span(Ids + Attribute("a", $"{{\"bytesValue\":\"{bytes}\"}}")));

    [Theory]
    [InlineData("9.0")]
    [InlineData("\"9.0\"")]
    [InlineData("\"9\"")]
    [InlineData("0.9e1")]
    public void Decode_IntegralDecimals_AreIntegers(string number) =>
        Assert.Equal(Span(Ids + Attribute("a", "{\"intValue\":9}")), Span(Ids + Attribute("a", $"{{\"intValue\":{number}}}")));

    [Fact]
    public void Decode_Nulls_AreMembersThatAreNotThere() =>
        Assert.Contains(
            "'' kind 0 0-0 status 0 { a=empty }-0 events-0",
            Span($"{Ids},\"name\":null,\"kind\":null,\"events\":null,\"attributes\":[null,{{\"key\":\"a\",\"value\":null}}]"), StringComparison.Ordinal);

    [Fact]
    public void Decode_DuplicateMembers_LastWins()
    {
        Assert.Contains("'last'", Span($"{Ids},\"name\":\"first\",\"name\":\"last\""), StringComparison.Ordinal);
        Assert.Contains(
            "{ a='last' }", Span(Ids + Attribute("a", "{\"stringValue\":\"first\",\"intValue\":1,\"stringValue\":\"last\"}")), StringComparison.Ordinal);
        Assert.Contains(
            "a=json [\"last\"] ", Span(Ids + Attribute("a", "{\"arrayValue\":{\"values\":[{\"stringValue\":\"first\",\"stringValue\":\"last\"}]}}")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_ValueBeforeKey_IsTheSameMember() =>
        Assert.Contains(
            "a=json {\"k\":[1],\"l\":null} ",
            Span(Ids
                + Attribute(
                    "a", "{\"kvlistValue\":{\"values\":[{\"value\":{\"arrayValue\":{\"values\":[{\"intValue\":1}]}},\"key\":\"k\"},{\"key\":\"l\"}]}}")),
            StringComparison.Ordinal);

    [Fact]
    public void Decode_ScopeAndResourceAfterSpans_StillBelongToThem()
    {
        var body =
            $$$"""{"resourceSpans":[{"scopeSpans":[{"spans":[{{{{Ids}}}}],"scope":{"name":"late"}}],"resource":{"attributes":[{"key":"r","value":{"boolValue":true}}]}}]}""";

        Assert.StartsWith("{ r=true }-0 late@", Assert.Single(Decoding.Json(Encoding.UTF8.GetBytes(body)).Items), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\u0000", "\uFFFD")]
    [InlineData("\\ud83c\\udf0a", "🌊")]
    [InlineData("\\ud83c", "\uFFFD")]
    [InlineData("\\udf0a", "\uFFFD")]
    [InlineData("\\ud83cx\\udf0a", "\uFFFDx\uFFFD")]
    [InlineData("\\ud83c\\ud83c\\udf0a", "\uFFFD🌊")]
    [InlineData("\\n\\t\\\"\\\\\\/\\b\\f\\r", "\n\t\"\\/\b\f\r")]
    [InlineData("\\u00e9\\u4e16", "é世")]
    public void Decode_EscapedText_IsUnescapedAndRepaired(string escaped, string wanted)
    {
        var item = Span($"{Ids},\"name\":\"{escaped}\"" + Attribute(escaped, $"{{\"stringValue\":\"a{escaped}z\"}}"));

        Assert.Contains($"'{wanted}'", item, StringComparison.Ordinal);
        Assert.Contains($" {wanted}='a{wanted}z' ", item, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_EscapedMemberName_IsTheSameName() => Assert.Contains("'n'", Span($"{Ids},\"n\\u0061me\":\"n\""), StringComparison.Ordinal);

    [Fact]
    public void Decode_InvalidUtf8InAString_IsRepaired()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes($"{{\"resourceSpans\":[{{\"scopeSpans\":[{{\"spans\":[{{{Ids},\"name\":\"a"), 0xFF, .. "\"}]}]}]}"u8];

        Assert.Contains("'a\uFFFD'", Assert.Single(Decoding.Json(body).Items), StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_ByteOrderMark_IsSkipped() => Assert.Empty(Decoding.Json([.. Encoding.UTF8.Preamble, .. "{}"u8]).Items);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"resourceSpans\":{}}")]
    [InlineData("{\"resourceSpans\":[1]}")]
    [InlineData("{\"resourceSpans\":[],}")]
    [InlineData("{'resourceSpans':[]}")]
    [InlineData("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":5}]}]}]}")]
    [InlineData("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"startTimeUnixNano\":-1}]}]}]}")]
    [InlineData("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"startTimeUnixNano\":\"x\"}]}]}]}")]
    [InlineData("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"startTimeUnixNano\":18446744073709551616}]}]}]}")]
    [InlineData("{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"a\",\"value\":\"bare\"}]}}]}")]
    [InlineData("{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"a\",\"value\":{\"intValue\":1.5}}]}}]}")]
    [InlineData("{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"a\",\"value\":{\"bytesValue\":\"%%\"}}]}}]}")]
    [InlineData("{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"a\",\"value\":{\"boolValue\":\"yes\"}}]}}]}")]
    public void Decode_BadJson_IsMalformed(string body) =>
        Assert.Throws<MalformedRequestException>(() => Decoding.Json(Encoding.UTF8.GetBytes(body)));

    private static string Attribute(string key, string value) => $",\"attributes\":[{{\"key\":\"{key}\",\"value\":{value}}}]";

    private static string Span(string members) => Assert.Single(Decode($"{{{members}}}").Items);

    private static DescribingSink Decode(string spans) =>
        Decoding.Json(Encoding.UTF8.GetBytes($"{{\"resourceSpans\":[{{\"scopeSpans\":[{{\"spans\":[{spans}]}}]}}]}}"));
}
