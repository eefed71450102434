namespace Tidemark.Collector.Model;

/// <summary>What a cache operation reports about itself.</summary>
/// <param name="Backend">The store that answered (<c>redis</c>, <c>memory</c>, ...).</param>
/// <param name="Hit">Null when the operation was not a lookup.</param>
/// <param name="Store">What the cache holds (<c>session</c>, ...): one store may move between backends. Empty = not sent.</param>
internal sealed record CacheAccess(string Backend, bool? Hit, string Store = "");
