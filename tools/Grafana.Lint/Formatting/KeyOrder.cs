namespace Tidemark.Grafana.Lint.Formatting;

/// <summary>The order of keys in a dashboard file: the most important ones first, the rest by name.</summary>
internal sealed class KeyOrder : IComparer<string>
{
    private static readonly string[] First =
    [
        "id", "uid", "refId", "name", "type", "title", "label", "description", "tags", "matcher", "gridPos", "collapsed", "datasource",
        "format", "rawQuery", "editorMode", "rawSql", "query", "definition", "targets", "transformations", "options", "fieldConfig",
        "defaults", "unit", "decimals", "min", "max", "noValue", "color", "thresholds", "mappings", "links", "custom", "overrides",
        "properties", "mode", "steps", "value", "text",
    ];

    // Long lists go last, so that what they belong to is read before them.
    private static readonly string[] Last = ["templating", "annotations", "panels"];

    public static KeyOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var byRank = Rank(x).CompareTo(Rank(y));
        return byRank != 0 ? byRank : string.CompareOrdinal(x, y);
    }

    private static int Rank(string? key)
    {
        var first = Array.IndexOf(First, key);
        if (first >= 0)
            return first;
        var last = Array.IndexOf(Last, key);
        return First.Length + 1 + last;
    }
}
