using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Tidemark.Collector.Query.OpenApi;

/// <summary>Applies an endpoint's <see cref="ApiDescription"/>.</summary>
internal sealed class DescribeOperation : IOpenApiOperationTransformer
{
    private static readonly OpenApiSchema Problem = new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["title"] = Schemas.Text,
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What was wrong, and what is accepted" },
        },
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiDescription>().LastOrDefault() is not { } description) return Task.CompletedTask;
        operation.OperationId = description.Id;
        operation.Summary = description.Summary;
        operation.Parameters = [.. description.Parameters.Select(IOpenApiParameter (parameter) => Describe(parameter))];
        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = description.Summary,
                Content = description.Answers.ToDictionary(answer => answer.ContentType, answer => new OpenApiMediaType { Schema = answer.Schema }),
            },
            ["400"] = ProblemOf("Unknown path or parameter"),
            ["401"] = ProblemOf("Missing or unknown key"),
            ["503"] = ProblemOf("Temporarily unavailable: no database, or too many requests"),
        };
        if (description.MayBeMissing) operation.Responses["404"] = ProblemOf("There is no such thing");
        return Task.CompletedTask;
    }

    private static OpenApiParameter Describe(ApiParameter parameter)
    {
        var one = new OpenApiSchema
        {
            Type = parameter.Type,
            Format = parameter.Format,
            Enum = parameter.Allowed is null ? null : [.. parameter.Allowed.Select(value => (JsonNode)JsonValue.Create(value))],
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = parameter.IsInPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = parameter.IsInPath,
            Description = parameter.Description,
            Schema = parameter.IsRepeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one,
        };
    }

    private static OpenApiResponse ProblemOf(string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = Problem } },
    };
}
