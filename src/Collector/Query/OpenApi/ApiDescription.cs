using Microsoft.OpenApi;

namespace Tidemark.Collector.Query.OpenApi;

/// <summary>The description of an address in <c>/openapi/v1.json</c>; part of its endpoint's metadata.</summary>
/// <param name="Id">Name for generated clients.</param>
/// <param name="Summary">One line.</param>
/// <param name="Parameters">Everything that may stand in the address.</param>
/// <param name="Answers">Shape of the answer by content type.</param>
internal sealed record ApiDescription(
    string Id,
    string Summary,
    IReadOnlyList<ApiParameter> Parameters,
    IReadOnlyList<(string ContentType, OpenApiSchema Schema)> Answers)
{
    /// <summary>May be answered with 404.</summary>
    public bool MayBeMissing { get; init; }
}
