namespace Tidemark.Collector.Model.Operations;

/// <summary>The cache attributes of an operation.</summary>
/// <param name="Backend">The backend that answered (<c>redis</c>, <c>memory</c>, ...).</param>
/// <param name="Hit">Null if the operation was not a look-up.</param>
/// <param name="Store">What the cache holds (<c>session</c>, ...), as one store may move between backends. Empty = not sent.</param>
internal sealed record CacheAccess(string Backend, bool? Hit, string Store = "");
