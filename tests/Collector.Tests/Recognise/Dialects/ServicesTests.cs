using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class ServicesTests
{
    private static readonly Telemetry App = new("shop");

    [Fact]
    public void Recognise_HttpClient_IsDependencyByHost()
    {
        var operation = Recognisers.Operation(App.Span("GET", attributes:
        [
            ("http.request.method", "GET"), ("server.address", "api.example.com"), ("url.full", "https://api.example.com/users/42?token=secret"),
            ("http.response.status_code", 503), ("error.type", "503"), ("http.request.body.size", 10), ("http.response.body.size", 5),
        ]));

        Assert.Equal(new Series("shop", "", OperationKind.Dependency, "GET", "", "", "", "", "", "api.example.com"), operation.Series);
        Assert.Equal((new Failure("503", "server"), 15), (operation.Failure!, operation.Bytes));
        Assert.DoesNotContain("42", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http.url", "https://user:pw@api.example.com:8443/a/b?c", "api.example.com")]
    [InlineData("url.full", "http://[::1]:80/x", "[::1]")]
    [InlineData("peer.service", "billing", "billing")]
    [InlineData("http.host", "api.example.com:80", "api.example.com")]
    public void Recognise_HttpClient_NamesDependencyWithoutPath(string key, string value, string expected)
    {
        var operation = Recognisers.Operation(App.Span("GET", attributes: [("http.method", "GET"), (key, value)]));

        Assert.Equal(expected, operation.Series.Dependency);
    }

    [Theory]
    [InlineData("db.system.name", "postgresql", nameof(OperationKind.Dependency))]
    [InlineData("db.system", "redis", nameof(OperationKind.Cache))]
    [InlineData("db.system.name", "memcached", nameof(OperationKind.Cache))]
    [InlineData("messaging.system", "kafka", nameof(OperationKind.Dependency))]
    [InlineData("rpc.system", "grpc", nameof(OperationKind.Dependency))]
    public void Recognise_ClientSpans_MapToKinds(string key, string value, string kind)
    {
        var operation = Recognisers.Operation(App.Span("call", attributes: [(key, value), ("db.operation.name", "GET"), ("db.query.text", "secret")]));

        Assert.Equal((kind, value), (operation.Series.Kind.ToString(), operation.Series.Dependency));
        Assert.Equal(kind == "Cache" ? new CacheAccess(value, null) : null, operation.Cache);
        Assert.DoesNotContain("secret", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
    }

    [Fact]
    public void Recognise_HttpServer_IsRequest()
    {
        var operation = Recognisers.Operation(App.Span(
            "GET /users/{id}", kind: 2, attributes: [("http.request.method", "GET"), ("http.route", "/users/{id}")]));

        Assert.Equal((OperationKind.Request, "GET", ""), (operation.Series.Kind, operation.Series.Operation, operation.Series.Dependency));
    }

    [Fact]
    public void Recognise_ModelServersOwnSpanWithTokens_IsModelCall()
    {
        var operation = Recognisers.Operation(App.Span("llm_request", kind: 2, attributes:
            [("gen_ai.request.model", "m"), ("gen_ai.usage.prompt_tokens", 10), ("gen_ai.usage.completion_tokens", 5)]));

        Assert.Equal((OperationKind.Inference, 10), (operation.Series.Kind, operation.Tokens.Input));
    }

    [Fact]
    public void Recognise_ModelServersOwnSpanWithoutTokens_IsRequest()
    {
        var operation = Recognisers.Operation(App.Span("llm_request", kind: 2, attributes: [("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "m")]));

        Assert.Equal(OperationKind.Request, operation.Series.Kind);
    }

    [Fact]
    public void Recognise_DatabaseInsideTheProcess_IsIgnored() =>
        Recognisers.AssertIgnored(App.Span("SELECT", attributes: [("db.system.name", "sqlite"), ("db.operation.name", "SELECT")]));

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Recognise_InternalSpanOfProtocol_IsIgnored(int kind) => Recognisers.AssertIgnored(App.Span("x", kind, attributes: [("http.method", "GET")]));

    [Fact]
    public void Recognise_PlainSpan_IsIgnored() => Recognisers.AssertIgnored(App.Span("DoWork", kind: 1, attributes: [("thread.id", 7)]));
}
