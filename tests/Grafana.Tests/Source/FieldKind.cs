namespace Tidemark.Grafana.Tests.Source;

/// <summary>The field types of a frame that panels and alert rules distinguish.</summary>
internal enum FieldKind
{
    Number,
    Text,
    Time,
    Boolean,
    Json,
}
