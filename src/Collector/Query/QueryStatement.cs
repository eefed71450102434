using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Query;

/// <summary>The SQL statements of the API, one file each under <c>Query/Sql</c>; those of lists are generated from their definitions.</summary>
internal static class QueryStatement
{
    public static readonly string ArrivalsIgnored = Read("arrivals_ignored");
    public static readonly string ArrivalsServices = Read("arrivals_services");
    public static readonly string ArrivalsSources = Read("arrivals_sources");
    public static readonly string Health = Read("health");
    public static readonly string SessionDependencies = Read("session_dependencies");
    public static readonly string SessionErrors = Read("session_errors");
    public static readonly string SessionFacts = Read("session_facts");
    public static readonly string SessionInsights = Read("session_insights");
    public static readonly string SessionModels = Read("session_models");
    public static readonly string SessionTimeline = Read("session_timeline");
    public static readonly string SetTimeout = Read("set_timeout");
    public static readonly string SlowestOperations = Read("slowest_operations");

    private static string Read(string name) => SqlText.Read("Query/", name);
}
