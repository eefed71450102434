using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Dashboards;

/// <summary>
/// Grafana's own annotations (alert states among them) stay on, names are unique, SQL annotations are tables, and those that are
/// on are thinned in SQL: hundreds of dashed lines hide every chart.
/// </summary>
internal sealed class SessionAnnotations : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var dashboard in bundle.Dashboards)
        {
            if (!dashboard.Annotations.Any(annotation => annotation.IsBuiltIn))
                yield return new Remark(dashboard.File.Path, "annotations", "lacks Grafana's built-in entry");
            if (dashboard.Annotations.DistinctBy(annotation => annotation.Name).Count() != dashboard.Annotations.Count)
                yield return new Remark(dashboard.File.Path, "annotations", "has two annotations with the same name");
            foreach (var annotation in dashboard.Annotations.Where(annotation => annotation.Query is { Format: not SqlQuery.Table }))
                yield return new Remark(dashboard.File.Path, annotation.Where, "is not queried as a table");
            foreach (var annotation in dashboard.Annotations.Where(annotation => annotation.Query is { } query
                && annotation.Json.Flag("enable")
                && !IsThinned(query)))
                yield return new Remark(dashboard.File.Path, annotation.Where, "is enabled without a limit of marks; use tidemark.event_marks, or disable it");
        }
    }

    private static bool IsThinned(SqlQuery query) => query.Sql.Contains("tidemark.event_marks", StringComparison.Ordinal);
}
