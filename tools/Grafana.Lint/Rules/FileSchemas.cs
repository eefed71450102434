using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Schemas;

namespace Tidemark.Grafana.Lint.Rules;

/// <summary>Every key of every file is one that Grafana reads there, with a value that it accepts.</summary>
internal sealed class FileSchemas : IRule
{
    public IEnumerable<Remark> Check(Bundle bundle) =>
        Check(bundle.Dashboards.Select(dashboard => dashboard.File), FileSchema.Dashboard)
            .Concat(Check(bundle.DataSources, FileSchema.DataSources))
            .Concat(Check(bundle.Providers, FileSchema.Providers))
            .Concat(Check(bundle.Alerting, FileSchema.Alerting));

    private static IEnumerable<Remark> Check(IEnumerable<BundleFile> files, FileSchema schema) =>
        from file in files
        from violation in schema.Check(file.Root)
        select new Remark(file.Path, violation.Path, violation.Message);
}
