namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Tidemark collector, in a container or as a program.</summary>
public interface ITidemarkResource : IResourceWithConnectionString, IResourceWithEnvironment, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>OTLP over gRPC.</summary>
    EndpointReference Grpc { get; }

    /// <summary>OTLP over HTTP.</summary>
    EndpointReference Http { get; }

    /// <summary>The HTTP API, with the page that shows what arrives.</summary>
    EndpointReference Api { get; }
}
