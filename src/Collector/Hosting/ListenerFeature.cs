namespace Tidemark.Collector.Hosting;

/// <summary>Stands in the features of each connection, hence of each request: the listener it came through.</summary>
internal sealed record ListenerFeature(string Name);
