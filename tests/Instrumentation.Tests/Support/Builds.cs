namespace Tidemark.Instrumentation.Tests.Support;

/// <summary>For tests that build the library anew: two at once would write the same files.</summary>
[CollectionDefinition(nameof(Builds))]
public sealed class Builds;
