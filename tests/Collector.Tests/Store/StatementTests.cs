using System.Reflection;
using System.Text.RegularExpressions;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Tests.Store;

public sealed partial class StatementTests
{
    [Fact]
    public void Statements_All_HoldNoWordThatIsNotFilledIn()
    {
        var texts = typeof(Statement).GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(field => field.Name, field => (string)field.GetValue(null)!);

        Assert.True(texts.Count > 60);
        Assert.Empty(texts.Where(one => Word().IsMatch(one.Value)).Select(one => one.Key));
    }

    [GeneratedRegex(@"\{[a-z_]+\}")]
    private static partial Regex Word();
}
