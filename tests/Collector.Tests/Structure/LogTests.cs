using System.Globalization;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tidemark.Collector.Tests.Structure;

public sealed class LogTests
{
    /// <summary>First event id of each stage and of the next range.</summary>
    private static readonly Dictionary<string, (int First, int End)> Ranges = new()
    {
        ["Receive"] = (1000, 1100),
        ["Decode"] = (1100, 1200),
        ["Recognise"] = (1200, 1300),
        ["Derive"] = (1300, 1400),
        ["Store"] = (2000, 3000),
        ["Publish"] = (3000, 4000),
        ["Pipeline"] = (4000, 5000),
        ["Query"] = (5000, 6000),
        ["Diagnostics"] = (6000, 7000),
        ["Hosting"] = (7000, 8000),
    };

    [Fact]
    public void EventIds_OfEachStage_LieInItsRange()
    {
        var outside = from message in Messages()
                      where !Ranges.TryGetValue(message.Stage, out var range) || message.Id < range.First || message.Id >= range.End
                      select $"{message.Path}: {message.Id}";

        Assert.Empty(outside);
    }

    [Fact]
    public void EventIds_OfCollector_AreUnique()
    {
        var twice = Messages().GroupBy(message => message.Id).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.Empty(twice);
    }

    [Fact]
    public void Messages_OfStage_StandInItsLog()
    {
        var elsewhere = Messages().Select(message => message.Path).Where(path => !path.EndsWith("Log.cs", StringComparison.Ordinal)).Distinct();

        Assert.Empty(elsewhere);
    }

    private static IEnumerable<(string Path, string Stage, int Id)> Messages() =>
        from file in SourceTree.CSharp("src/Collector")
        from attribute in file.Tree.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() == "LoggerMessage"
        let id = attribute.ArgumentList!.Arguments.First(argument => argument.NameEquals is null || argument.NameEquals.Name.Identifier.Text == "EventId")
        select (file.Path, file.Path.Split('/')[2], int.Parse(id.Expression.ToString(), CultureInfo.InvariantCulture));
}
