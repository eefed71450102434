namespace Tidemark.Collector.Hosting;

/// <summary>Listeners that more than one stage answers on.</summary>
internal static class ListenerNames
{
    /// <summary>The HTTP API and the health checks.</summary>
    public const string Api = "api";
}
