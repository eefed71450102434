using System.Text.Json;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Items;

public class AttributesTests
{
    [Fact]
    public void Recognise_ValuesOfAllKinds_AreJson()
    {
        var operation = Recognisers.New(new RecogniseOptions { KeepAttributes = ["text", "list", "bytes", "nothing", "nul*"] })
            .Recognise(new Telemetry().Span("chat m", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("text", "a\"b\\c\u0001é"), ("flag", true), ("int", -3), ("double", 0.5), ("nan", double.NaN),
            ("infinity", double.NegativeInfinity), ("list", new[] { "a", "b" }), ("bytes", new byte[] { 1, 2, 3 }), ("nothing", null), ("nul", "a\0b"),
        ])).Operation!;

        var json = operation.Attributes();
        Assert.Equal("a\"b\\c\u0001é", json.GetProperty("text").GetString());
        Assert.Equal((true, -3, 0.5), (json.GetProperty("flag").GetBoolean(), json.GetProperty("int").GetInt32(), json.GetProperty("double").GetDouble()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("nan").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("infinity").ValueKind);
        Assert.Equal("[\"a\",\"b\"]", json.GetProperty("list").GetRawText());
        Assert.Equal("AQID", json.GetProperty("bytes").GetString());
        Assert.Equal("a\uFFFDb", json.GetProperty("nul").GetString());
        Assert.False(json.TryGetProperty("nothing", out _));
    }

    [Fact]
    public void Recognise_LongKnownValue_IsCutAtACharacter()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { MaxAttributeBytes = 64 });

        var operation = recogniser.Recognise(new Telemetry().Span("chat m", attributes:
            [("gen_ai.operation.name", "chat"), ("gen_ai.prompt.name", "x" + new string('é', 100))])).Operation!;

        Assert.Equal("x" + new string('é', 31), operation.Attributes().GetProperty("gen_ai.prompt.name").GetString());
        Assert.Equal(1, recogniser.Counts.AttributesDropped);
    }

    [Fact]
    public void Recognise_LongValueThatOnlyTheUserKnows_IsTakenForContent()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { KeepAttributes = ["app.*"] });

        var operation = recogniser.Recognise(new Telemetry().Span("chat m", attributes:
            [("gen_ai.operation.name", "chat"), ("app.note", new string('x', 1025)), ("app.short", new string('x', 1024))])).Operation!;

        Assert.False(operation.Attributes().TryGetProperty("app.note", out _));
        Assert.True(operation.Attributes().TryGetProperty("app.short", out _));
        Assert.Equal(1, recogniser.Counts.ContentDropped);
    }

    [Fact]
    public void Recognise_ManyOperations_DoNotShareMemory()
    {
        var recogniser = Recognisers.New();
        var operations = Enumerable.Range(0, 500).Select(i => recogniser.Recognise(new Telemetry().Span("chat m", attributes:
            [("gen_ai.operation.name", "chat"), ("n", i), ("pad", new string('p', i % 700))])).Operation!).ToList();
        recogniser.Begin("test");
        recogniser.Recognise(new Telemetry().Span("chat m", attributes: [("gen_ai.operation.name", "chat"), ("n", -1)]));

        for (var i = 0; i < operations.Count; i++) Assert.Equal(i, operations[i].Attributes().GetProperty("n").GetInt32());
    }
}
