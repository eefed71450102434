namespace Tidemark.Testing.Otlp;

/// <summary>One resource with one scope and its items, for <see cref="OtlpProtobuf"/> and <see cref="OtlpJson"/>.</summary>
/// <typeparam name="TItem"><see cref="OtlpSpan"/>, <see cref="OtlpLog"/> or <see cref="OtlpMetric"/>.</typeparam>
internal sealed record OtlpResource<TItem>(params TItem[] Items)
{
    public OtlpAttributes Attributes { get; init; } = new() { { "service.name", "checkout-agent" } };

    public string ScopeName { get; init; } = "Experimental.Microsoft.Extensions.AI";

    public string ScopeVersion { get; init; } = "1.0";

    public OtlpAttributes ScopeAttributes { get; init; } = [];
}
