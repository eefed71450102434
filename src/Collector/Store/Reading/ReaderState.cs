namespace Tidemark.Collector.Store.Reading;

/// <summary>The state of the role <c>tidemark_reader</c>.</summary>
/// <param name="IsWatched">Whether this collector may see and end its sessions.</param>
/// <param name="IsSet">Whether its settings are those made by the collector.</param>
/// <param name="IsGranted">Whether it may read the public schema.</param>
/// <param name="HasObjects">Whether it has created large objects.</param>
internal sealed record ReaderState(bool IsWatched, bool IsSet, bool IsGranted, bool HasObjects);
