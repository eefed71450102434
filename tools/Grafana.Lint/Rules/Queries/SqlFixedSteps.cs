using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules.Queries;

/// <summary>Queries use a step that fits the range: a fixed one is increased for long ranges, so that a value described as hourly is not.</summary>
internal sealed partial class SqlFixedSteps : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        from query in bundle.Queries
        where query.Source == SqlSource.Panel && FixedStep().IsMatch(query.Sql)
        select new Remark(query.File, query.Where, "asks for a time series in fixed steps; use $__interval, or tidemark.hourly_load for hours");

    [GeneratedRegex(@"\btidemark\.timeseries(_top)?\s*\(\s*\$__timeFrom\(\)\s*,\s*\$__timeTo\(\)\s*,\s*(interval\s*)?'(?!\$__interval)")]
    private static partial Regex FixedStep();
}
