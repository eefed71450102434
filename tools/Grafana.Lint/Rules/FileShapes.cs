using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Shapes;

namespace Tidemark.Grafana.Lint.Rules;

/// <summary>Every key of every file is one that Grafana reads there, with a value that it accepts.</summary>
internal sealed class FileShapes : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        Check(bundle.Dashboards.Select(dashboard => dashboard.File), DashboardShape.File)
            .Concat(Check(bundle.DataSources, DataSourceFileShape.File))
            .Concat(Check(bundle.Providers, ProviderFileShape.File))
            .Concat(Check(bundle.Alerting, AlertingFileShape.File));

    private static IEnumerable<Remark> Check(IEnumerable<BundleFile> files, IShape shape) =>
        from file in files
        from violation in shape.Check(file.Root, "$")
        select new Remark(file.Path, violation.Path, violation.Message);
}
