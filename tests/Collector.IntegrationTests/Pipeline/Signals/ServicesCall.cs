namespace Tidemark.Collector.IntegrationTests.Pipeline.Signals;

/// <summary>Plain HTTP and database calls: the caller's span, the callee's span, and both sides' metrics.</summary>
internal static class ServicesCall
{
    public static ReportedCall Send(CallSender sender)
    {
        var session = ("session.id", (object?)sender.Session);
        (string, object?)[] request = [session, ("http.request.method", "POST"), ("http.response.status_code", 200), ("server.address", "stock")];
        sender.From("shop")
            .Span("System.Net.Http", 1, 0, "POST", 3, [.. request, ("url.full", "http://stock/items")])
            .Span("Microsoft.AspNetCore", 2, 1, "POST /items", 2, [.. request, ("url.path", "/items"), ("http.route", "/items")])
            .Span(
                "OpenTelemetry.Instrumentation.StackExchangeRedis", 3, 2, "GET", 3, session, ("db.system", "redis"), ("db.operation.name", "GET"),
                ("server.address", "cache"))
            .Histogram("System.Net.Http", "http.client.request.duration", "s", 2, [.. request[1..]])
            .Histogram("Microsoft.AspNetCore.Hosting", "http.server.request.duration", "s", 2, [.. request[1..]])
            .Histogram("OpenTelemetry.Instrumentation.StackExchangeRedis", "db.client.operation.duration", "s", 0.1, ("db.system.name", "redis"));
        return new ReportedCall("cache 1, dependency 1, request 1", 0, 0);
    }
}
