using Tidemark.Aspire.Hosting;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Tidemark collector in a container.</summary>
/// <param name="name">The resource's name.</param>
public sealed class TidemarkContainerResource(string name) : ContainerResource(name), ITidemarkResource
{
    /// <inheritdoc/>
    public EndpointReference Grpc => new(this, TidemarkEndpoints.Grpc);

    /// <inheritdoc/>
    public EndpointReference Http => new(this, TidemarkEndpoints.Http);

    /// <inheritdoc/>
    public EndpointReference Api => new(this, TidemarkEndpoints.Api);

    /// <summary>The address of OTLP over gRPC.</summary>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Grpc.Property(EndpointProperty.Url)}");
}
