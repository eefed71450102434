using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.AI;

/// <summary>
/// Spans that other instrumentation (Microsoft.Extensions.AI, Semantic Kernel, the providers' own) makes of a call that we record too.
/// One call is one inference: a span right around us is the call and we add to it; a span around several of our calls only
/// orchestrates them; a span inside ours is dropped, and ours takes what only that one knows.
/// </summary>
internal static class OtherInstrumentation
{
    private const string Orchestrate = "orchestrate_tools";
    private const string Orchestrates = "tidemark.orchestrates";
    private const string Inner = "tidemark.inner";
    private const string Shared = "tidemark.shared";
    private const string Whole = "tidemark.whole";
    private const int MaxDepth = 8;

    /// <summary>Words for a model call, today's and Semantic Kernel's.</summary>
    private static readonly string[] CallWords =
        [GenAiOperations.Chat, "text_completion", "generate_content", "chat.completions", "text.completions", "chat.streaming"];

    private static readonly string[] Usage =
    [
        GenAiAttributes.UsageInputTokens, GenAiAttributes.UsageOutputTokens, GenAiAttributes.UsageCacheReadInputTokens,
        GenAiAttributes.UsageCacheWriteInputTokens, GenAiAttributes.OldUsageCacheCreationInputTokens, GenAiAttributes.UsageReasoningOutputTokens,
    ];

    /// <summary>The span right around us, where it is this same call: it then stands for ours.</summary>
    public static Activity? CallAround(string operation)
    {
        if (Activity.Current is not { IsAllDataRequested: true } around || !IsOthers(around) || !IsCall(around, operation))
            return null;

        around.SetCustomProperty(Shared, Shared);
        return around;
    }

    /// <summary>We record this call: a call of others further out, around the orchestration of tools, is not one of its own.</summary>
    public static void MarkOrchestration()
    {
        var depth = 0;
        for (var around = Activity.Current; around is not null && depth++ < MaxDepth; around = around.Parent)
        {
            if (IsOthers(around) && IsCall(around, GenAiOperations.Chat))
            {
                around.SetCustomProperty(Orchestrates, Orchestrates);
                return;
            }

            if (around.GetTagItem(GenAiAttributes.OperationName) is string word && word != Orchestrate)
                return;
        }
    }

    /// <summary>Our call knows the usage of all that happens inside it: the answer of a chat client adds up its tries and rounds.</summary>
    public static void MarkWhole(Activity? ours) => ours?.SetCustomProperty(Whole, Whole);

    /// <summary>Adds what the span's own instrumentation does not know.</summary>
    public static void Complete(Activity around, in TokenUsage usage)
    {
        Add(around, GenAiAttributes.UsageCacheWriteInputTokens, usage.CacheWrite);
        if (around.GetTagItem(GenAiAttributes.UsageReasoningOutputTokens) is null)
            Add(around, GenAiAttributes.UsageReasoningOutputTokens, usage.Reasoning);
    }

    /// <summary>Before exporters see a span that has ended.</summary>
    public static void Settle(Activity span)
    {
        if (!IsOthers(span))
            return;

        if (span.GetCustomProperty(Orchestrates) is not null)
            TellOrchestration(span);
        else if (IsCall(span, operation: null) && OursAround(span) is { } ours && Take(ours, span))
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    /// <summary>What a dropped span inside <paramref name="ours"/> said.</summary>
    public static Activity? InsideOf(Activity ours) => ours.GetCustomProperty(Inner) as Activity;

    public static long? Tokens(Activity span, string key) => span.GetTagItem(key) switch
    {
        long tokens => tokens,
        int tokens => tokens,
        _ => null,
    };

    private static bool IsOthers(Activity span) => span.Source.Name != TidemarkSource.Name;

    /// <param name="span">The span.</param>
    /// <param name="operation">The kind of call; <see langword="null"/> = any.</param>
    private static bool IsCall(Activity span, string? operation)
    {
        if (span.Kind != ActivityKind.Client || span.GetTagItem(GenAiAttributes.OperationName) is not string word)
            return false;

        return operation is null or GenAiOperations.Chat
            ? Array.IndexOf(CallWords, word) >= 0 || (operation is null && word == GenAiOperations.Embeddings)
            : word == operation;
    }

    /// <summary>Between a call and its second report may stand its third, and nothing else of the GenAI conventions.</summary>
    private static Activity? OursAround(Activity span)
    {
        var depth = 0;
        for (var around = span.Parent; around is not null && depth++ < MaxDepth; around = around.Parent)
        {
            if (around.GetTagItem(GenAiAttributes.OperationName) is not string word || word == Orchestrate)
                continue;
            if (IsOurs(around))
                return around;
            if (!IsOthers(around) || !IsCall(around, operation: null))
                return null;
        }

        return null;
    }

    private static bool IsOurs(Activity span) =>
        (ReferenceEquals(span.Source, TidemarkSource.Activities) && span.Kind == ActivityKind.Client && !span.IsStopped)
        || span.GetCustomProperty(Shared) is not null;

    /// <summary>
    /// Takes one report: that of a failed attempt gives way to the next, and one inside another to the outer, which knows more. Where ours
    /// is recorded by hand, a second success is a call of its own.
    /// </summary>
    private static bool Take(Activity ours, Activity span)
    {
        lock (ours)
        {
            if (InsideOf(ours) is { Status: not ActivityStatusCode.Error } taken && !IsInside(taken, span))
                return ours.GetCustomProperty(Whole) is not null || ours.GetCustomProperty(Shared) is not null;

            ours.SetCustomProperty(Inner, span);
            return true;
        }
    }

    private static bool IsInside(Activity span, Activity other)
    {
        var depth = 0;
        for (var around = span.Parent; around is not null && depth++ < MaxDepth; around = around.Parent)
        {
            if (ReferenceEquals(around, other))
                return true;
        }

        return false;
    }

    /// <summary>The usage of the calls inside is theirs alone.</summary>
    private static void TellOrchestration(Activity span)
    {
        span.SetTag(GenAiAttributes.OperationName, Orchestrate);
        foreach (var key in Usage)
            span.SetTag(key, null);
    }

    private static void Add(Activity span, string key, long? tokens)
    {
        if (tokens is > 0 and var number)
            span.SetTag(key, (Tokens(span, key) ?? 0) + number);
    }
}
