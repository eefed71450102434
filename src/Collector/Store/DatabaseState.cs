namespace Tidemark.Collector.Store;

/// <summary>Whether the database can take a commit now.</summary>
internal enum DatabaseState
{
    /// <summary>Not reached yet since the collector started.</summary>
    Starting,
    Ready,
    Away,
}
