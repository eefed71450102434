using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>Needs PgBouncer; skipped if it is not installed, except on build servers, where it fails.</summary>
internal sealed class PgBouncerFactAttribute : FactAttribute
{
    public PgBouncerFactAttribute()
    {
        var isBuildServer = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        if (PgBouncer.Executable is null && !isBuildServer) Skip = "There is no PgBouncer here: apt-get install pgbouncer.";
    }
}
