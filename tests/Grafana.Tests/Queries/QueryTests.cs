using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Databases;
using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Queries;

/// <summary>Every query of every dashboard, on a real database.</summary>
[Collection(FilledCollection.Name)]
public sealed class QueryTests(FilledDatabase filled, EmptyDatabase empty)
{
    public static TheoryData<string> Queries => [.. Asked.Names];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Query_OnAFilledDatabase_GivesRows(string name)
    {
        var (dashboard, query) = Asked.Find(name);

        var frame = await Asker.ForAll(filled.Reader, FilledDatabase.Session).AskAsync(dashboard, query);

        // Current values are null, or 0, some minutes after the last operation.
        var isNow = query.Sql.Contains("tidemark.current_window", StringComparison.Ordinal);
        Assert.True(frame.Fields.Any(field => isNow || field.Values.Any(value => value is not null)), $"{name} gives nothing:\n{query.Sql}");
        if (query.Source == SqlSource.Annotation)
            AssertAnnotates(frame);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Query_OnAnEmptyDatabase_IsNoError(string name)
    {
        var (dashboard, query) = Asked.Find(name);

        await Asker.ForAll(empty.Reader, FilledDatabase.Session).AskAsync(dashboard, query);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Query_WithValuesThatNeedQuoting_IsNoError(string name)
    {
        var (dashboard, query) = Asked.Find(name);

        await Asker.ForAwkwardValues(filled.Reader).AskAsync(dashboard, query);
    }

    /// <summary>An annotation without a time or text is not drawn.</summary>
    private static void AssertAnnotates(Frame frame)
    {
        Assert.Equal(FieldKind.Time, frame.Find("time")?.Kind);
        Assert.Equal(FieldKind.Text, frame.Find("text")?.Kind);
    }
}
