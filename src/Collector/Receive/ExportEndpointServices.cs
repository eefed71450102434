using Microsoft.Extensions.Options;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Hosting.Access;
using Tidemark.Collector.Receive.Body;

namespace Tidemark.Collector.Receive;

/// <summary>Services common to both transports.</summary>
internal sealed record ExportEndpointServices(
    Authenticator Authenticator,
    KnownHosts Hosts,
    RequestBodies Bodies,
    Exports Exports,
    PostponedRequests Postponed,
    IOptions<ReceiveOptions> Options,
    IHostApplicationLifetime Lifetime,
    RefusedRequests Refused,
    TimeProvider Time,
    ILogger<ExportEndpoint> Logger);
