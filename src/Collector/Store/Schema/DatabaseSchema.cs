namespace Tidemark.Collector.Store.Schema;

/// <summary>The database schema of one version of the collector.</summary>
/// <param name="Version">Version of the collector. Views and functions of a later version are not replaced.</param>
/// <param name="Steps">The baseline by subject, followed by migrations, in order; each runs once.</param>
/// <param name="Objects">Functions before the views that use them, selections from views after these; all are replaced whenever one has changed.</param>
internal sealed record DatabaseSchema(Version Version, IReadOnlyList<Migration> Steps, IReadOnlyList<Migration> Objects)
{
    /// <summary>The schema of the first release, before any migration.</summary>
    public static DatabaseSchema Baseline { get; } = new(new Version(0, 1, 0), Migration.ReadAll("Baseline"), []);

    /// <summary>The schema of this build.</summary>
    public static DatabaseSchema Current { get; } = new(
        typeof(DatabaseSchema).Assembly.GetName().Version ?? new Version(0, 0),
        [.. Baseline.Steps, .. Migration.ReadAll("Migrations")],
        [.. Migration.ReadAll("Functions"), .. Migration.ReadAll("Views"), .. Migration.ReadAll("Selections")]);
}
