using System.Text;
using System.Text.Json;
using Tidemark.Collector.Recognise;

namespace Tidemark.Collector.Tests.Recognise.Cases;

/// <summary>Runs every file of this folder through decoding and recognition.</summary>
public sealed class CaseTests
{
    public static TheoryData<string> Names => [.. Case.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Recognise_Case_GivesItsOperations(string name)
    {
        var file = Case.Read(name);

        var result = Case.Run(Encoding.UTF8.GetBytes(file.GetProperty("request").GetRawText()), OptionsOf(file));

        var expected = file.GetProperty("expect").EnumerateArray().ToList();
        Assert.Equal(Kinds(expected), result.Operations.Select(operation => operation.Series.Kind.ToString().ToLowerInvariant()));
        Assert.All(expected.Zip(result.Operations), pair => Assert.Equal(
            string.Join('\n', pair.First.EnumerateObject().Select(field => $"{field.Name}: {field.Value}")),
            string.Join('\n', pair.First.EnumerateObject().Select(field => $"{field.Name}: {Case.Field(pair.Second, field.Name)}"))));
    }

    [Fact]
    public void Cases_Files_SayWhereTheirShapeIsPublic() =>
        Assert.All(Case.Names, name => Assert.StartsWith("https://", Case.Read(name).GetProperty("source").GetString(), StringComparison.Ordinal));

    [Fact]
    public void Cases_IdsOnSpansThatAreNoOperation_AreFacts()
    {
        var result = Case.Run(Encoding.UTF8.GetBytes(Case.Read("spring-ai-chat-client").GetProperty("request").GetRawText()));

        Assert.Contains(result.Facts, fact => fact.ConversationId == "conversation-7");
    }

    private static IEnumerable<string?> Kinds(IEnumerable<JsonElement> expected) => expected.Select(one => one.GetProperty("kind").GetString());

    private static RecogniseOptions OptionsOf(JsonElement file) => file.TryGetProperty("options", out var options)
        ? JsonSerializer.Deserialize<RecogniseOptions>(options.GetRawText())!
        : new RecogniseOptions();
}
