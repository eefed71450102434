using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Panels;

/// <summary>A tile titled "now" or "per hour" shows the current window, whatever the selected range.</summary>
internal sealed partial class TileRates : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from panel in bundle.Panels
        where panel.IsTile && Rate().IsMatch(panel.Title)
        from query in panel.Origin.Queries
        where !Current().IsMatch(query.Sql) || query.Sql.Contains("$__time", StringComparison.Ordinal)
        select new Remark(
            query.File, panel.Where,
            "says what is now, or a rate, but does not read the current window (tidemark.current_window, windows_now or open_sessions)");

    [GeneratedRegex(@"\b(now|per (second|sec|min|minute|hour)|at work|active)\b|/(s|h)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rate();

    [GeneratedRegex(@"\btidemark\.(current_window|windows_now|open_sessions)\b")]
    private static partial Regex Current();
}
