using System.Reflection;
using System.Text.RegularExpressions;
using Tidemark.Collector.Model;
using Tidemark.Collector.Tests.Structure;

namespace Tidemark.Collector.Tests.Diagnostics;

public sealed partial class OwnMetricsDocumentationTests
{
    [Fact]
    public void Operations_EachOwnMetric_IsDescribedAndNoOther()
    {
        var named = typeof(CollectorMeter).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(name => name != CollectorMeter.Name);

        var described = Row().Matches(SourceTree.Read("docs/operations.md")).Select(match => match.Groups[1].Value);

        Assert.Equal(named.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(tidemark\.collector\.[\w.]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();
}
