namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>What a macro's third argument puts into buckets without rows.</summary>
internal enum FillMode
{
    Null,
    Previous,
    Value,
}
