namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>An attribute whose value identifies the type of operation.</summary>
/// <param name="Key">The attribute's key.</param>
/// <param name="Values">Types by known value.</param>
/// <param name="Otherwise">Type for other values; null = continue with the next rule.</param>
internal sealed record OperationRule(string Key, IReadOnlyDictionary<string, OperationType> Values, OperationType? Otherwise = null)
{
    /// <summary>An attribute whose presence identifies the operation.</summary>
    public static OperationRule IfPresent(string key, OperationType type) => new(key, new Dictionary<string, OperationType>(), type);
}
