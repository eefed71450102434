namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>The fill of buckets without rows, a macro's third argument.</summary>
internal enum FillMode
{
    Null,
    Previous,
    Value,
}
