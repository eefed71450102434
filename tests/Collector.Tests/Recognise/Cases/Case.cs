using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Recognise.Privacy;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Recognise.Cases;

/// <summary>
/// An export request of a real SDK with the expected result. A file has <c>source</c> (where the format is public), <c>why</c>,
/// <c>request</c> (OTLP/JSON), <c>options</c> and <c>expect</c>: the operations in order, each with the relevant fields.
/// </summary>
internal sealed class Case : ITelemetrySink
{
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private readonly Recogniser _recogniser;

    private Case(Recogniser recogniser)
    {
        _recogniser = recogniser;
        _recogniser.Begin("test");
    }

    public List<Operation> Operations { get; } = [];

    public List<TraceFact> Facts { get; } = [];

    public List<MetricPoint> Points { get; } = [];

    public List<SessionNotice> Notices { get; } = [];

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Recognise", "Cases");

    public static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name + ".json"))).RootElement;

    public static Case Run(ReadOnlySpan<byte> request, RecogniseOptions? options = null, PrivacyOptions? privacy = null)
    {
        var parts = RecogniseServices.Share(options ?? new(), privacy ?? new(), PriceCatalogue.Load(new()), new FakeTime(Now));
        var result = new Case(new Recogniser(parts));
        new OtlpDecoders(Options.Create(new DecodeOptions())).Decode(SignalOf(request), OtlpEncoding.Json, request.ToArray(), result);
        return result;
    }

    /// <summary>A field of an operation in the case files' notation; null and empty are <c>none</c>.</summary>
    public static string Field(Operation operation, string name)
    {
        var value = name switch
        {
            "kind" => operation.Series.Kind.ToString().ToLowerInvariant(),
            "operation" => operation.Series.Operation,
            "provider" => operation.Series.Provider,
            "model" => operation.RequestModel,
            "response_model" => operation.ResponseModel,
            "agent" => operation.Series.Agent,
            "workflow" => operation.Series.Workflow,
            "tool" => operation.Series.Tool,
            "dependency" => operation.Series.Dependency,
            "environment" => operation.Series.Environment,
            "tokens" =>
                string.Join(
                    '/',
                    new[]
                    {
                        operation.Tokens.Input,
                        operation.Tokens.Output,
                        operation.Tokens.CacheRead,
                        operation.Tokens.CacheWrite,
                        operation.Tokens.Reasoning,
                    }
                    .Select(count => count?.ToString(CultureInfo.InvariantCulture) ?? "-")),
            "ttft_ms" => operation.TimeToFirstTokenMs?.ToString("0.###", CultureInfo.InvariantCulture),
            "session" => operation.SessionId,
            "conversation" => operation.ConversationId,
            "user" => operation.UserId,
            "session_name" => operation.SessionName,
            "response_id" => operation.ResponseId,
            "labels" => Encoding.UTF8.GetString(operation.Labels.Span),
            "reported_usd" => operation.Cost is { Source: CostSource.Reported } cost ? cost.Usd.ToString("0.##########", CultureInfo.InvariantCulture) : null,
            _ => throw new ArgumentException($"Cases know no field '{name}'.", nameof(name)),
        };
        return string.IsNullOrEmpty(value) ? "none" : value;
    }

    public void OnSpan(SpanRecord span) => Keep(_recogniser.Recognise(span));

    public void OnLog(LogRecord log) => Keep(_recogniser.Recognise(log));

    public void OnMetricPoint(MetricPointRecord point)
    {
        if (_recogniser.Recognise(point).Point is { } kept) Points.Add(kept);
    }

    public void OnRejected(string reason) => Assert.Fail(reason);

    private static OtlpSignal SignalOf(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\"resourceLogs\""u8) >= 0) return OtlpSignal.Logs;
        return body.IndexOf("\"resourceMetrics\""u8) >= 0 ? OtlpSignal.Metrics : OtlpSignal.Traces;
    }

    private void Keep(in Recognition recognition)
    {
        Assert.NotEqual(RecognitionOutcome.Rejected, recognition.Outcome);
        if (recognition.Operation is { } operation) Operations.Add(operation);
        if (recognition.Fact is { } fact) Facts.Add(fact);
        if (recognition.Notice is { } notice) Notices.Add(notice);
    }
}
