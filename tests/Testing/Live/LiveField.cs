namespace Tidemark.Testing.Live;

/// <summary>A field of a line as stored by Grafana.</summary>
/// <param name="Type"><c>number</c>, <c>bool</c> or <c>string</c>.</param>
/// <param name="Value">Null = an unknown number.</param>
internal sealed record LiveField(string Name, string Type, object? Value);
