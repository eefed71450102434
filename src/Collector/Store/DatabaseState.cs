namespace Tidemark.Collector.Store;

/// <summary>Whether the database can take a commit now.</summary>
internal enum DatabaseState
{
    /// <summary>Not reached yet since the start of the collector.</summary>
    Starting,
    Ready,
    Away,
}
