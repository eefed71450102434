using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tidemark.Collector.Recognise.Json;

namespace Tidemark.Collector.Tests.Recognise.Json;

public class JsonObjectWriterTests
{
    [Fact]
    public void End_NothingWritten_IsEmpty() => Assert.True(new JsonObjectWriter().End().IsEmpty);

    [Fact]
    public void Text_AnyString_ReadsBackTheSame()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var expected = Valid(text ?? "");
            return Write(Encoding.UTF8.GetBytes(expected)) == expected.Replace('\0', '\uFFFD');
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), property);
    }

    [Fact]
    public void Text_AnyBytes_IsValidJsonWithoutNul()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => !Write(bytes ?? []).Contains('\0', StringComparison.Ordinal));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), property);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xC3 }, "a\uFFFD")]
    [InlineData(new byte[] { 0xFF, (byte)'b' }, "\uFFFDb")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "\uFFFD\uFFFD\uFFFD")]
    public void Text_BrokenUtf8_IsRepaired(byte[] bytes, string expected) => Assert.Equal(expected, Write(bytes));

    private static string Write(byte[] text)
    {
        var writer = new JsonObjectWriter();
        writer.Key(text);
        writer.Text(text);
        using var json = JsonDocument.Parse(writer.End().ToArray());
        var member = json.RootElement.EnumerateObject().Single();
        Assert.Equal(member.Name, member.Value.GetString());
        return member.Name;
    }

    // Lone surrogates have no UTF-8.
    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
