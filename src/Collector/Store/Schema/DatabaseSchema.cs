namespace Tidemark.Collector.Store.Schema;

/// <summary>What one version of the collector makes of a database.</summary>
/// <param name="Version">Of the collector. Views and functions of a later one are not replaced.</param>
/// <param name="Steps">The baseline by subject, then what has come since it, in their order; each runs once.</param>
/// <param name="Objects">Functions before the views that use them, selections from views after these; replaced together whenever one has changed.</param>
internal sealed record DatabaseSchema(Version Version, IReadOnlyList<Migration> Steps, IReadOnlyList<Migration> Objects)
{
    /// <summary>The first release's, before any migration.</summary>
    public static DatabaseSchema Baseline { get; } = new(new Version(0, 1, 0), Migration.ReadAll("Baseline"), []);

    /// <summary>This build's.</summary>
    public static DatabaseSchema Current { get; } = new(
        typeof(DatabaseSchema).Assembly.GetName().Version ?? new Version(0, 0),
        [.. Baseline.Steps, .. Migration.ReadAll("Migrations")],
        [.. Migration.ReadAll("Functions"), .. Migration.ReadAll("Views"), .. Migration.ReadAll("Selections")]);
}
