using Tidemark.Aspire.Hosting;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Tidemark collector as a program on this machine.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="command">The program.</param>
/// <param name="workingDirectory">Its working directory, where an embedded PostgreSQL is kept.</param>
public sealed class TidemarkExecutableResource(string name, string command, string workingDirectory)
    : ExecutableResource(name, command, workingDirectory), ITidemarkResource
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
