namespace Tidemark.Collector.Tests.Structure;

/// <summary>The repository that this test was built from.</summary>
public static class SourceTree
{
    private static readonly string[] Generated = ["bin", "obj", ".tidemark", ".git"];

    public static string Root { get; } = FindRoot();

    /// <summary>All C# files below a folder of the repository.</summary>
    public static IReadOnlyList<SourceFile> CSharp(string folder) => [.. Files(folder, "*.cs").Select(path => new SourceFile(path, Read(path)))];

    /// <summary>Paths of the source files below a folder.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Intersect(Generated).Any())
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Tidemark.slnx"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
