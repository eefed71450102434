using System.Reflection;
using Tidemark.Collector.Publish.Subscribers;
using Tidemark.Collector.Query.Api;
using Tidemark.Collector.Query.Lists;
using Tidemark.Collector.Query.Sessions;
using Tidemark.Collector.Tests.Structure;

namespace Tidemark.Collector.Tests.Query;

public sealed class ApiDocumentationTests
{
    private static readonly (string Path, ListDefinition List)[] Lists =
    [
        ("/api/sessions", SessionList.Definition),
        ("/api/events", EventList.Definition),
        ("/api/windows", WindowList.Now),
        ("/api/ledger", LedgerList.Definition),
        ("/api/insights", InsightList.Definition),
        ("/api/budgets", BudgetList.Definition),
        .. SessionEndpoint.Parts.Select(part => ($"/api/sessions/{{id}}/{part.Name}", part)),
    ];

    [Fact]
    public void HttpApi_EachList_IsDescribedWithItsFiltersAndSorts()
    {
        var page = SourceTree.Read("docs/http-api.md");

        Assert.All(Lists, list => Assert.Contains(RowOf(list.Path, list.List), page, StringComparison.Ordinal));
        Assert.Contains(string.Join(", ", HealthEndpoint.Filters.Skip(1).Select(filter => $"`{filter.Name}`")), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Live_EachFilterAndEnd_IsDescribed()
    {
        var page = SourceTree.Read("docs/live.md");
        var reasons = typeof(CutOff).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => ((CutOff)property.GetValue(null)!).Reason)
            .ToList();

        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.Contains($"| `{reason}` |", page, StringComparison.Ordinal));
        Assert.All(EventFilterFields.All.Keys, filter => Assert.Contains($"`{filter}`", page, StringComparison.Ordinal));
    }

    private static string RowOf(string path, ListDefinition list)
    {
        var filters = list.Filters.Select(filter => filter.Name).Where(name => !path.Contains("{id}", StringComparison.Ordinal) || name != "session");
        return $"| `{path}` | {Names(filters)} | {Names(list.Sorts.Select(sort => sort.Name))} | `{list.DefaultSort}` |\n".Replace(
            "|  |", "| |", StringComparison.Ordinal);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
