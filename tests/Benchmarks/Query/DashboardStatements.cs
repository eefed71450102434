using System.Runtime.CompilerServices;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Expansion;

namespace Tidemark.Benchmarks.Query;

/// <summary>The queries of the shipped dashboards, without filters, over each dashboard's default range.</summary>
internal static class DashboardStatements
{
    private const int Points = 400;

    /// <param name="session">The session of queries about one session.</param>
    public static IEnumerable<TimedStatement> All(string session)
    {
        foreach (var dashboard in BundleReader.Read(Bundle()).Dashboards)
        {
            var range = RangeOf(dashboard);
            var interval = TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling((range.To - range.From).TotalSeconds / Points)));
            var interpolator = new TemplateInterpolator(dashboard.Variables.ToDictionary(variable => variable.Name, variable => Choose(variable, session)));
            foreach (var query in dashboard.Queries)
            {
                yield return new TimedStatement(
                    $"{dashboard.Uid}: {query.Where}", MacroExpander.Expand(interpolator.Interpolate(query.Sql), range, interval).Sql);
            }
        }
    }

    private static VariableValue Choose(Variable variable, string session) =>
        variable.AllValue is { } all ? VariableValue.All(all) : VariableValue.Single(variable.Name == "session" ? session : "tidemark-pg");

    private static TimeRange RangeOf(Dashboard dashboard)
    {
        var now = TimeProvider.System.GetUtcNow();
        var from = dashboard.Json.At("time").Text("from") ?? "";
        return GrafanaInterval.TryParse(from["now-".Length..], out var length)
            ? new TimeRange(now - length, now)
            : throw new InvalidOperationException($"{dashboard.Uid} begins at '{from}': a range up to now is expected.");
    }

    private static string Bundle([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "grafana"));
}
