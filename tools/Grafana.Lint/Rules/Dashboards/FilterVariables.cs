using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Dashboards;

/// <summary>
/// Variables that filter: All has a value of its own (with an empty list of options it would otherwise be an empty array),
/// the list follows the time range, and what the query says is what the settings page shows.
/// </summary>
internal sealed class FilterVariables : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from dashboard in bundle.Dashboards
        from remark in CheckNames(dashboard).Concat(dashboard.Variables.Where(variable => variable.Query is not null).SelectMany(Check))
        select remark;

    private static IEnumerable<Remark> CheckNames(Dashboard dashboard) =>
        from name in dashboard.Variables.GroupBy(variable => variable.Name)
        where name.Count() > 1
        select new Remark(dashboard.File.Path, $"variable {name.Key}", "is defined twice");

    private static IEnumerable<Remark> Check(Variable variable)
    {
        var file = variable.Dashboard.File.Path;
        if (variable.Json.Text("definition") != variable.Json.Text("query"))
            yield return new Remark(file, variable.Where, "has a definition that differs from its query");
        if (variable.Json.Flag("includeAll") && variable.AllValue is null)
            yield return new Remark(file, variable.Where, "offers All without an allValue");
        if (variable.IsMulti && !variable.Json.Flag("includeAll"))
            yield return new Remark(file, variable.Where, "takes several values but does not offer All");
        // One whose own value may be any other text must not be asked again: Grafana would put its first choice in place of that text.
        if (variable.Json.Number("refresh") != (variable.Json.Flag("allowCustomValue") ? 1 : 2))
            yield return new Remark(file, variable.Where, "is not refreshed when the time range changes, or is a text box and is refreshed");
        if (variable.Json.At("datasource").Text("uid") != "${datasource}")
            yield return new Remark(file, variable.Where, "does not use ${datasource}");
    }
}
