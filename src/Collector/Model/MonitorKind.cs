namespace Tidemark.Collector.Model;

/// <summary>What a <see cref="MonitorState"/> watches. The numbers are stored: never renumber.</summary>
internal enum MonitorKind : short
{
    /// <summary>A dependency of a service: down after failures in a row.</summary>
    Dependency = 1,

    /// <summary>A session store: on its own backend or on the fallback.</summary>
    Persistence = 2,

    /// <summary>A model without a price, reported once for all callers: the key's service is the provider, its environment empty.</summary>
    UnpricedModel = 3,
}
