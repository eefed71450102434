using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Tests.Queries;

/// <summary>The queries of the shipped dashboards, by the names under which tests run them.</summary>
internal static class Asked
{
    private static readonly Dictionary<string, (Dashboard Dashboard, SqlQuery Query)> All =
        (from dashboard in Shipped.Bundle.Dashboards
         from query in dashboard.Queries
         select (dashboard, query)).ToDictionary(one => one.query.ToString(), StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static (Dashboard Dashboard, SqlQuery Query) Find(string name) => All[name];
}
