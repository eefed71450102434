using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Rules;

/// <summary>The data source: the uid that everything else refers to, and settings whose defaults in Grafana are unsuitable.</summary>
internal sealed class DataSources : IRule
{
    public const string Uid = "tidemark-pg";

    public IEnumerable<Remark> Check(Bundle bundle)
    {
        foreach (var file in bundle.DataSources)
        {
            foreach (var source in file.Root.Items("datasources"))
            {
                if (source.Text("uid") != Uid)
                    yield return new Remark(file.Path, "uid", $"is not {Uid}, which dashboards and alert rules refer to");
                if (source.At("jsonData").Text("timeInterval") != "1s")
                    yield return new Remark(file.Path, "jsonData.timeInterval", "is not 1s: without it, $__interval is at least one minute");
                if (source.At("secureJsonData").Text("password") is { } password && !password.Contains('$', StringComparison.Ordinal))
                    yield return new Remark(file.Path, "secureJsonData.password", "is in plain text; read it from the environment or a file");
            }
        }
    }
}
