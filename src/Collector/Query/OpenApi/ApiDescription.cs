using Microsoft.OpenApi;

namespace Tidemark.Collector.Query.OpenApi;

/// <summary>Description of an endpoint in <c>/openapi/v1.json</c>, part of its metadata.</summary>
/// <param name="Id">Operation id for generated clients.</param>
/// <param name="Summary">One-line summary.</param>
/// <param name="Parameters">All parameters in the URL.</param>
/// <param name="Answers">Response schemas by content type.</param>
internal sealed record ApiDescription(
    string Id,
    string Summary,
    IReadOnlyList<ApiParameter> Parameters,
    IReadOnlyList<(string ContentType, OpenApiSchema Schema)> Answers)
{
    /// <summary>Whether the response may be 404.</summary>
    public bool MayBeMissing { get; init; }
}
