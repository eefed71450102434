using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Support;

/// <summary>Needs PgBouncer; skipped where it is not installed, but never on build servers: there it fails.</summary>
internal sealed class PgBouncerFactAttribute : FactAttribute
{
    public PgBouncerFactAttribute()
    {
        var isBuildServer = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        if (PgBouncer.Executable is null && !isBuildServer) Skip = "There is no PgBouncer here: apt-get install pgbouncer.";
    }
}
