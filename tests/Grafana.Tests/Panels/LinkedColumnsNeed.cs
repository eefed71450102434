using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Links use values of existing columns.</summary>
internal sealed partial class LinkedColumnsNeed : IPanelNeed
{
    public IReadOnlyList<string> Types { get; } = [];

    public IEnumerable<string> Missing(PanelData data) =>
        from url in data.Panel.Json.Texts().Where(text => text.Key == "url").Select(text => text.Text)
        from match in Column().Matches(url)
        let column = match.Groups["name"].Value
        where !data.Has(column)
        select $"links with {column}, which is no column";

    [GeneratedRegex(@"\$\{__data\.fields\.(?<name>\w+)")]
    private static partial Regex Column();
}
