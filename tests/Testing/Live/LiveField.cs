namespace Tidemark.Testing.Live;

/// <summary>A field of a line as Grafana keeps it.</summary>
/// <param name="Type"><c>number</c>, <c>bool</c> or <c>string</c>.</param>
/// <param name="Value">Null = a number that is not known.</param>
internal sealed record LiveField(string Name, string Type, object? Value);
