namespace Tidemark.Grafana.Tests.Source;

/// <summary>The types of a frame's fields that make a difference to panels and alert rules.</summary>
internal enum FieldKind
{
    Number,
    Text,
    Time,
    Boolean,
    Json,
}
