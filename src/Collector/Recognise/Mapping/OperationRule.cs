namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>An attribute whose value says what the operation is.</summary>
/// <param name="Key">The attribute's key.</param>
/// <param name="Values">Its known values.</param>
/// <param name="Otherwise">For a value not listed: null = ask the next rule.</param>
internal sealed record OperationRule(string Key, IReadOnlyDictionary<string, OperationType> Values, OperationType? Otherwise = null)
{
    /// <summary>An attribute whose mere presence identifies the operation.</summary>
    public static OperationRule IfPresent(string key, OperationType type) => new(key, new Dictionary<string, OperationType>(), type);
}
