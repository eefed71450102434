using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Tidemark.Collector.Query.OpenApi;

/// <summary>Adds title and security; omits this collector's address.</summary>
internal sealed class DescribeDocument : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Tidemark",
            Version = "v1",
            Description = "Sessions, models and tokens of LLM applications: read-only. Errors are problem details (RFC 9457).",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["key"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "One of the collector's keys, if it requires any",
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
        return Task.CompletedTask;
    }
}
