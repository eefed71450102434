namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>The sender of a query, which determines substitutions and the expected result.</summary>
internal enum SqlSource
{
    Panel,
    Variable,
    Annotation,
    Alert,
}
