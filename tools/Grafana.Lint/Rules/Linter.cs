using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Rules.Alerting;
using Tidemark.Grafana.Lint.Rules.Dashboards;
using Tidemark.Grafana.Lint.Rules.Panels;
using Tidemark.Grafana.Lint.Rules.Queries;

namespace Tidemark.Grafana.Lint.Rules;

/// <summary>All rules, and their findings on a bundle.</summary>
internal static class Linter
{
    public static IReadOnlyList<IRule> Rules { get; } =
    [
        new FileSchemas(),
        new DataSources(),
        new Providers(),
        new ProvisioningFolders(),

        new DashboardIdentity(),
        new DashboardRefresh(),
        new DashboardLinks(),
        new DataSourceVariable(),
        new FilterVariables(),
        new VariableRows(),
        new SessionAnnotations(),

        new PanelIds(),
        new PanelTexts(),
        new PanelGrid(),
        new PanelUnits(),
        new PanelThresholds(),
        new PanelEmptyState(),
        new PanelLinks(),
        new PanelOverrides(),
        new PanelObeysFilters(),
        new PanelHeights(),
        new CellEmptyStates(),
        new TableWidths(),
        new TileRows(),
        new TileNulls(),
        new TileRates(),
        new TileQueries(),
        new TileFields(),
        new TileChanges(),
        new CostKinds(),
        new LineGaps(),
        new ChartSteps(),
        new ChartLegends(),
        new HeatmapColumns(),
        new PieColors(),
        new NodeGraphTexts(),
        new StateLanes(),

        new SqlMacros(),
        new SqlVariables(),
        new SqlText(),
        new SqlOrder(),
        new SqlRangeRates(),
        new SqlCutSums(),
        new SqlFixedSteps(),

        new AlertIdentity(),
        new AlertStates(),
        new AlertSteps(),
        new AlertTexts(),
        new AlertPanel(),
        new AlertRunbook(),
        new AlertLinks(),
    ];

    public static IReadOnlyList<Finding> Check(Bundle bundle) =>
        [.. from rule in Rules
            from remark in rule.Check(bundle)
            select new Finding(rule.GetType().Name, remark.File, remark.Where, remark.Message)];
}
