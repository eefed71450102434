namespace Tidemark.Collector.Store.Embedded;

/// <summary>The private PostgreSQL that the collector runs without a connection string. Section <c>Tidemark:Store:Embedded</c>.</summary>
internal sealed class EmbeddedPostgresOptions
{
    public const string Section = "Tidemark:Store:Embedded";

    /// <summary>Directory of the cluster, its port and its password; relative to the working directory. Default <c>.tidemark/pg</c>.</summary>
    public string Directory { get; set; } = ".tidemark/pg";

    /// <summary>Loopback port; 0 (default) selects a free one at the first start and keeps it.</summary>
    public int Port { get; set; }

    /// <summary>Directory of <c>initdb</c> and <c>postgres</c>; null (default) searches PATH and the usual places, newest version first.</summary>
    public string? BinDirectory { get; set; }

    /// <summary>System user for the server's processes if the collector runs as root, which PostgreSQL refuses.</summary>
    public string User { get; set; } = "postgres";

    /// <summary>Time limit for a start, including crash recovery. Default 2 minutes.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Time limit for a stop, after which connections are cut. Default 20 seconds.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Server settings that override <see cref="ServerSettings"/>, by PostgreSQL's names.</summary>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>All errors in the options, one sentence each.</summary>
    public IEnumerable<string> Errors()
    {
        if (string.IsNullOrWhiteSpace(Directory)) yield return $"{Section}:Directory is empty: set the folder that shall hold the database.";
        if (Port is < 0 or > 65535) yield return $"{Section}:Port is {Port}: set a port from 1 to 65535, or 0 for a free one.";
        if (string.IsNullOrWhiteSpace(User)) yield return $"{Section}:User is empty: set the system user that runs PostgreSQL for root.";
        if (StartTimeout <= TimeSpan.Zero) yield return $"{Section}:StartTimeout is {StartTimeout}: set a positive time.";
        if (StopTimeout <= TimeSpan.Zero) yield return $"{Section}:StopTimeout is {StopTimeout}: set a positive time.";
    }
}
