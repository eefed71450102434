namespace Tidemark.Collector.Hosting;

/// <summary>Names of listeners that several stages use.</summary>
internal static class ListenerNames
{
    /// <summary>The HTTP API and the health checks.</summary>
    public const string Api = "api";
}
