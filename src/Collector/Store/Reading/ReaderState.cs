namespace Tidemark.Collector.Store.Reading;

/// <summary>How the role <c>tidemark_reader</c> stands.</summary>
/// <param name="IsWatched">Whether this collector may see and end its sessions.</param>
/// <param name="IsSet">Whether its settings are as the collector makes them.</param>
/// <param name="IsGranted">Whether it may read the public schema.</param>
/// <param name="HasObjects">Whether it has made large objects.</param>
internal sealed record ReaderState(bool IsWatched, bool IsSet, bool IsGranted, bool HasObjects);
