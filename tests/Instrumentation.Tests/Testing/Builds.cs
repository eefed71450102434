namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>Tests that build the library, which would write the same files in parallel.</summary>
[CollectionDefinition(nameof(Builds))]
public sealed class Builds;
