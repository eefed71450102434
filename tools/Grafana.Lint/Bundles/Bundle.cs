namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>All files that Grafana is provisioned with.</summary>
/// <param name="Root">Directory that holds <c>dashboards</c> and <c>provisioning</c>.</param>
/// <param name="Dashboards">Dashboard files.</param>
/// <param name="DataSources">Data source files.</param>
/// <param name="Providers">Dashboard provider files.</param>
/// <param name="Alerting">Alerting files.</param>
internal sealed record Bundle(
    string Root,
    IReadOnlyList<Dashboard> Dashboards,
    IReadOnlyList<BundleFile> DataSources,
    IReadOnlyList<BundleFile> Providers,
    IReadOnlyList<BundleFile> Alerting)
{
    public IEnumerable<AlertGroup> AlertGroups => Alerting.SelectMany(file => file.Root.Items("groups").Select(group => new AlertGroup(file, group)));

    public IEnumerable<AlertRule> AlertRules => AlertGroups.SelectMany(group => group.Rules);

    public IEnumerable<Panel> Panels => Dashboards.SelectMany(dashboard => dashboard.Panels);

    /// <summary>All queries of the bundle.</summary>
    public IEnumerable<SqlQuery> Queries =>
        Dashboards.SelectMany(dashboard => dashboard.Queries)
            .Concat(AlertRules.SelectMany(rule => rule.Data).Select(query => query.Query).OfType<SqlQuery>());

    public Dashboard? FindDashboard(string uid) => Dashboards.FirstOrDefault(dashboard => dashboard.Uid == uid);
}
