namespace Tidemark.Benchmarks.Running;

/// <summary>A benchmark, run by <c>./dev bench NAME</c>.</summary>
internal interface IBenchmark
{
    string Name { get; }

    /// <summary>One sentence for the list of benchmarks.</summary>
    string Summary { get; }

    /// <summary>Runs the benchmark and writes figures to standard output; the last line consists of <c>name=value</c> pairs.</summary>
    /// <returns>The process's exit code.</returns>
    Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken);
}
