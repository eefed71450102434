namespace Tidemark.Collector.Hosting;

/// <summary>A connection feature, inherited by its requests: the listener they arrived through.</summary>
internal sealed record ListenerFeature(string Name);
