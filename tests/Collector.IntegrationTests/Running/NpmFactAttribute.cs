namespace Tidemark.Collector.IntegrationTests.Running;

/// <summary>Needs npm and its registry; skipped without npm.</summary>
internal sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "npm")))) Skip = "There is no npm here: apt-get install npm.";
    }
}
