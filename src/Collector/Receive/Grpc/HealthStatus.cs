namespace Tidemark.Collector.Receive.Grpc;

/// <summary>The statuses of grpc.health.v1.</summary>
internal enum HealthStatus
{
    Serving = 1,
    NotServing = 2,
    ServiceUnknown = 3,
}
