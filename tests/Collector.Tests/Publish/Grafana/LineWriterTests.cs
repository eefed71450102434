using Tidemark.Collector.Publish.Grafana;
using Tidemark.Testing.Live;

namespace Tidemark.Collector.Tests.Publish.Grafana;

public sealed class LineWriterTests
{
    private static readonly DateTime At = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc).AddTicks(1_234_567);

    [Fact]
    public void Line_PlainValues_IsAsGrafanaDocumentsIt()
    {
        var lines = new LineWriter();
        lines.Line("models").Tag("model", "kimi k2").Number("a", 1.5).Number("b", 3).Text("c", "it's \"so\" \\ so").At(At);
        lines.Line("models").Tag("model", "x").Number("a", null).Number("b", double.PositiveInfinity).Text("c", "").At(At);

        Assert.Equal(
            "models,model=kimi\\ k2 a=1.5,b=3,c=\"it's \\\"so\\\" \\\\ so\" 1772366400123456700\nmodels,model=x a=\"NaN\",b=\"NaN\",c=\"\" 1772366400123456700",
            lines.ToString());
    }

    [Fact]
    public void Line_AnyText_IsReadBackAndNeverSplits()
    {
        var random = new Random(20261121);
        const string Alphabet = "a,= \\\"\n\r\t\0{}é𝄞NaN1i.";
        for (var round = 0; round < 2_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            var lines = new LineWriter();
            lines.Line("events").Tag("session_id", text).Text("message", text).Number("n", round).At(At);
            lines.Line("events").Tag("session_id", "next").Text("message", "next").Number("n", -round / 3.0).At(At);

            var read = LineReader.Read(lines.ToString());

            Assert.Equal(2, read.Count);
            Assert.DoesNotContain(',', read[0].Tag("session_id")!);
            Assert.DoesNotContain('=', read[0].Tag("session_id")!);
            Assert.Equal(read[1].Schema, read[0].Schema);
            if (text != "NaN") Assert.Equal(new string([.. text.Select(one => char.IsControl(one) ? ' ' : one)]), read[0]["message"]);
        }
    }
}
