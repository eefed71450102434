namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>Who sends a query: this decides which substitutions happen and which result is wanted.</summary>
internal enum SqlSource
{
    Panel,
    Variable,
    Annotation,
    Alert,
}
