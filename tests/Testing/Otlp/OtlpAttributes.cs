namespace Tidemark.Testing.Otlp;

/// <summary>
/// Attributes in order, duplicates allowed. Values: null, string, bool, int, long, double, byte[],
/// object?[] (array) and <see cref="OtlpAttributes"/> (key-value list).
/// </summary>
internal sealed class OtlpAttributes : List<KeyValuePair<string, object?>>
{
    public void Add(string key, object? value) => Add(new KeyValuePair<string, object?>(key, value));
}
