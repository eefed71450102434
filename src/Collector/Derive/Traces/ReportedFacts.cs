using System.Buffers;
using System.Text.Json;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>
/// The facts of a stored operation whose reported values differ from the effective ones; most rows have none.
/// Together with the row they restore the original report.
/// </summary>
internal static class ReportedFacts
{
    private static readonly IReportedFact[] Facts =
    [
        new TextFact("session", operation => operation.SessionId, (operation, value) => operation with { SessionId = value }),
        new TextFact("conversation", operation => operation.ConversationId, (operation, value) => operation with { ConversationId = value }),
        new TextFact("user", operation => operation.UserId, (operation, value) => operation with { UserId = value }),
        new TextFact(
            "agent", operation => operation.Series.Agent, (operation, value) => operation with { Series = operation.Series with { Agent = value ?? "" } }),
        new TextFact(
            "workflow", operation => operation.Series.Workflow,
            (operation, value) => operation with { Series = operation.Series with { Workflow = value ?? "" } }),
        new TextFact(
            "tool", operation => operation.Series.Tool, (operation, value) => operation with { Series = operation.Series with { Tool = value ?? "" } }),
        new TextFact(
            "provider", operation => operation.Series.Provider,
            (operation, value) => operation with { Series = operation.Series with { Provider = value ?? "" } }),
        new TextFact(
            "model", operation => operation.Series.Model, (operation, value) => operation with { Series = operation.Series with { Model = value ?? "" } }),
        new TextFact("request_model", operation => operation.RequestModel, (operation, value) => operation with { RequestModel = value }),
        new TextFact("response_model", operation => operation.ResponseModel, (operation, value) => operation with { ResponseModel = value }),
        new TextFact("finish_reason", operation => operation.FinishReason, (operation, value) => operation with { FinishReason = value }),
        new TextFact("cost_basis", operation => operation.CostBasis, (operation, value) => operation with { CostBasis = value }),
        new TextFact(
            "error_type", operation => operation.Failure?.Type,
            (operation, value) => operation with { Failure = value is null ? null : new Failure(value, operation.Failure?.Class ?? "other") }),
        new TextFact(
            "error_class", operation => operation.Failure?.Class,
            (operation, value) => value is null || operation.Failure is null
                ? operation
                : operation with { Failure = operation.Failure with { Class = value } }),
        new TextFact(
            "error_counted", operation => operation.Failure is { IsLimited: true } failure ? failure.CountedAs : null,
            (operation, value) => operation.Failure is null
                ? operation
                : operation with { Failure = operation.Failure with { IsLimited = value is not null } }),
        new NumberFact(
            "kind", operation => (short)operation.Series.Kind,
            (operation, value) => operation with { Series = operation.Series with { Kind = (OperationKind)(short)(value ?? 0) } }),
        new NumberFact(
            "input", operation => operation.Tokens.Input, (operation, value) => operation with { Tokens = operation.Tokens with { Input = (int?)value } }),
        new NumberFact(
            "output", operation => operation.Tokens.Output, (operation, value) => operation with { Tokens = operation.Tokens with { Output = (int?)value } }),
        new NumberFact(
            "cache_read", operation => operation.Tokens.CacheRead,
            (operation, value) => operation with { Tokens = operation.Tokens with { CacheRead = (int?)value } }),
        new NumberFact(
            "cache_write", operation => operation.Tokens.CacheWrite,
            (operation, value) => operation with { Tokens = operation.Tokens with { CacheWrite = (int?)value } }),
        new NumberFact(
            "reasoning", operation => operation.Tokens.Reasoning,
            (operation, value) => operation with { Tokens = operation.Tokens with { Reasoning = (int?)value } }),
        new NumberFact("context_max", operation => operation.ContextMax, (operation, value) => operation with { ContextMax = (int?)value }),
        new NumberFact("bytes", operation => operation.Bytes, (operation, value) => operation with { Bytes = (long?)value }),
        new NumberFact(
            "duration_us", operation => operation.Duration?.Ticks / TimeSpan.TicksPerMicrosecond,
            (operation, value) => operation with { Duration = value is { } micros ? TimeSpan.FromTicks((long)micros * TimeSpan.TicksPerMicrosecond) : null }),
        new NumberFact(
            "cost", operation => operation.Cost?.Usd,
            (operation, value) => operation with { Cost = value is { } usd ? new Cost(usd, operation.Cost?.Source ?? CostSource.Computed) : null }),
        new NumberFact(
            "cost_source", operation => (short?)operation.Cost?.Source,
            (operation, value) => value is null || operation.Cost is not { } cost
                ? operation
                : operation with { Cost = cost with { Source = (CostSource)(short)value } }),
        new MillisecondsFact(),
        new LabelsFact(),
        new CompactionFact(),
        new SideFact(),
        new CallerFact(),
    ];

    /// <summary>Empty if all effective facts are the reported ones.</summary>
    public static ReadOnlyMemory<byte> Write(Operation reported, Operation effective)
    {
        if (ReferenceEquals(reported, effective) && reported.Compaction is null && !reported.IsSide) return default;
        var buffer = new ArrayBufferWriter<byte>(64);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        foreach (var fact in Facts) fact.Write(json, reported, effective);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenCount > 2 ? buffer.WrittenMemory : default;
    }

    /// <summary>Whether two forms of an operation differ in a fact that the resolver determines.</summary>
    public static bool Differ(Operation one, Operation other)
    {
        if (ReferenceEquals(one, other)) return false;
        if (one.MirrorOf != other.MirrorOf) return true;
        foreach (var fact in Facts)
        {
            if (fact.Differs(one, other)) return true;
        }

        return false;
    }

    /// <summary>Returns a mirror as the call that it reported, and every other operation as it counts.</summary>
    public static Operation OfMirror(Operation stored) => stored.MirrorOf is null ? stored : Read(stored);

    /// <summary>Returns the original report of a stored operation.</summary>
    public static Operation Read(Operation stored)
    {
        if (stored.Reported.IsEmpty && stored.MirrorOf is null) return stored;
        var reported = stored with { MirrorOf = null, Reported = default };
        if (stored.Reported.IsEmpty) return reported;
        using var json = JsonDocument.Parse(stored.Reported);
        foreach (var fact in Facts)
        {
            if (json.RootElement.TryGetProperty(fact.Name, out var value)) reported = fact.Read(reported, value);
        }

        return LimitedSeries.Restore(reported, stored);
    }

    /// <summary>Returns a stored operation with the facts that have no column.</summary>
    public static Operation Complete(Operation stored)
    {
        if (stored.Reported.IsEmpty) return stored;
        using var json = JsonDocument.Parse(stored.Reported);
        if (json.RootElement.TryGetProperty(CompactionFact.Key, out var compaction)) stored = new CompactionFact().Read(stored, compaction);
        if (json.RootElement.TryGetProperty(SideFact.Key, out _)) stored = SideFact.Complete(stored);
        return json.RootElement.TryGetProperty(CallerFact.Key, out var caller) ? CallerFact.Complete(stored, caller) : stored;
    }
}
