namespace Tidemark.Collector.Store.Distributed;

/// <summary>A server of a cluster, as the coordinator reaches it.</summary>
internal readonly record struct ServerAddress(string Host, int Port)
{
    public override string ToString() => $"{Host}:{Port}";
}
