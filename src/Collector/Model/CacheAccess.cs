namespace Tidemark.Collector.Model;

/// <summary>What a cache operation told about itself.</summary>
/// <param name="Backend">The store that answered (<c>redis</c>, <c>memory</c>, ...).</param>
/// <param name="Hit">Null when the operation was not a lookup.</param>
internal sealed record CacheAccess(string Backend, bool? Hit);
