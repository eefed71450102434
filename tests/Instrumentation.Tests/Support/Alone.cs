namespace Tidemark.Instrumentation.Tests.Support;

/// <summary>For tests that need a process in which no other test listens.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
