namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>Tests that need a process without other listeners.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
