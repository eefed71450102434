using System.Reflection;

namespace Tidemark.Benchmarks.Running;

/// <summary>SQL files of benchmarks.</summary>
internal static class SqlFile
{
    /// <param name="name">Folder and file below the project, such as <c>Ingest/Sql/sizes.sql</c>.</param>
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no '{name}' in this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
