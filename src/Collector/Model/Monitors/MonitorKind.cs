namespace Tidemark.Collector.Model.Monitors;

/// <summary>The kind of subject of a <see cref="MonitorState"/>. The numbers are stored: never renumber.</summary>
internal enum MonitorKind : short
{
    /// <summary>A dependency of a service: down after consecutive failures.</summary>
    Dependency = 1,

    /// <summary>A session store: on its own backend or on the fallback.</summary>
    Persistence = 2,

    /// <summary>A model without a price, reported once for all services: the key's service is the provider, its environment is empty.</summary>
    UnpricedModel = 3,
}
