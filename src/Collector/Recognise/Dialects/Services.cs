using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Plain OpenTelemetry spans of HTTP, RPC, databases and messaging, with stable and older names: calls to other services on
/// client spans, requests on server spans. Names are of low cardinality: a host, never a path.
/// </summary>
internal static class Services
{
    public static readonly Dialect Dialect = new("services")
    {
        Inherits = Common.Dialect,
        MarkerKeys =
        [
            "http.request.method", "http.method", "url.full", "http.url", "rpc.system", "rpc.system.name", "rpc.service", "rpc.method",
            "db.system.name", "db.system", "db.operation.name", "messaging.system", "messaging.operation.type", "messaging.operation",
        ],
        Keys = new Dictionary<Field, SourceKey[]>
        {
            [Field.Dependency] =
            [
                "peer.service", "service.peer.name", "db.system.name", "db.system", "messaging.system", new("server.address", Reading: Reading.Host),
                "net.peer.name",
                new("http.host", Reading: Reading.Host), new("url.full", Reading: Reading.Host), new("http.url", Reading: Reading.Host), "rpc.service",
                "rpc.system.name", "rpc.system",
            ],
            [Field.Verb] =
            [
                "http.request.method", "http.method", "db.operation.name", "db.operation", "rpc.method", "messaging.operation.type",
                "messaging.operation.name", "messaging.operation",
            ],
            [Field.CacheBackend] = ["db.system.name", "db.system"],
            [Field.RequestBytes] = ["http.request.body.size", "http.request_content_length"],
            [Field.ResponseBytes] = ["http.response.body.size", "http.response_content_length"],
        },
        Operations =
        [
            new("db.system.name", CacheSystems),
            new("db.system", CacheSystems),
        ],
        Fallbacks =
        [
            .. new[]
            {
                "http.request.method", "http.method", "url.full", "http.url", "db.system.name", "db.system", "db.operation.name", "rpc.system",
                "rpc.system.name", "rpc.service", "rpc.method", "messaging.system", "messaging.operation.type", "messaging.operation",
            }.Select(key => OperationRule.IfPresent(key, OperationType.Call)),
        ],
        Content = ["db.query.text", "db.statement", "db.query.parameter.*", "url.query", "url.full", "http.url", "http.target"],
    };

    private static Dictionary<string, OperationType> CacheSystems => new()
    {
        ["redis"] = OperationType.CacheCall,
        ["memcached"] = OperationType.CacheCall,
        ["valkey"] = OperationType.CacheCall,
        ["dragonfly"] = OperationType.CacheCall,
        // An in-process database is not another service.
        ["sqlite"] = OperationType.None,
        ["sqlite3"] = OperationType.None,
        ["duckdb"] = OperationType.None,
    };
}
