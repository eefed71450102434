namespace Tidemark.Benchmarks.Running;

/// <summary>Something that <c>./dev bench NAME</c> measures.</summary>
internal interface IBenchmark
{
    string Name { get; }

    /// <summary>One sentence for the list of benchmarks.</summary>
    string Summary { get; }

    /// <summary>Measures, and writes the figures to standard output: last one line of <c>name=value</c> pairs.</summary>
    /// <returns>The process's exit code.</returns>
    Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken);
}
