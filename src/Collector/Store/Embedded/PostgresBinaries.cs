namespace Tidemark.Collector.Store.Embedded;

/// <summary>An installed PostgreSQL server.</summary>
/// <param name="Directory">Directory of <c>initdb</c>, <c>postgres</c> and <c>pg_ctl</c>.</param>
/// <param name="Major">Major version, which a cluster depends on.</param>
internal sealed record PostgresBinaries(string Directory, int Major)
{
    public string Initdb => Path.Combine(Directory, "initdb");

    public string Postgres => Path.Combine(Directory, "postgres");

    public string PgCtl => Path.Combine(Directory, "pg_ctl");
}
