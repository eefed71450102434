using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules;

/// <summary>A requirement for the files of the bundle.</summary>
internal interface IRule
{
    IEnumerable<Remark> Check(Bundle bundle);
}
