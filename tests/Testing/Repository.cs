namespace Tidemark.Testing;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The root folder.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "dev")))
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return directory.FullName;
    }
}
