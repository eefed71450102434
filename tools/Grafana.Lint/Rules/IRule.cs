using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules;

/// <summary>One thing that must hold for every file of the bundle.</summary>
internal interface IRule
{
    IEnumerable<Remark> Check(Bundle bundle);
}
