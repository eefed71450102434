using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.AI;

/// <summary>
/// Spans of other instrumentation (Microsoft.Extensions.AI, Semantic Kernel, the providers' own) for calls that we record as well.
/// One call is one inference: a span directly around ours is the call, and we add to it; a span around several of our calls only
/// orchestrates them; a span inside ours is dropped, and ours takes over the facts that only it has.
/// </summary>
internal static class OtherInstrumentation
{
    private const string Orchestrate = "orchestrate_tools";
    private const string Orchestrates = "tidemark.orchestrates";
    private const string Inner = "tidemark.inner";
    private const string Shared = "tidemark.shared";
    private const string Whole = "tidemark.whole";
    private const int MaxDepth = 8;

    /// <summary>Operation names of model calls, current ones and Semantic Kernel's.</summary>
    private static readonly string[] CallWords =
        [GenAiOperations.Chat, "text_completion", "generate_content", "chat.completions", "text.completions", "chat.streaming"];

    private static readonly string[] Usage =
    [
        GenAiAttributes.UsageInputTokens, GenAiAttributes.UsageOutputTokens, GenAiAttributes.UsageCacheReadInputTokens,
        GenAiAttributes.UsageCacheWriteInputTokens, GenAiAttributes.OldUsageCacheCreationInputTokens, GenAiAttributes.UsageReasoningOutputTokens,
    ];

    /// <summary>The directly enclosing span, if it is the same call: it is used instead of ours.</summary>
    public static Activity? CallAround(string operation)
    {
        if (Activity.Current is not { IsAllDataRequested: true } around || !IsOthers(around) || !IsCall(around, operation))
            return null;

        around.SetCustomProperty(Shared, Shared);
        return around;
    }

    /// <summary>We record this call: an outer span around the orchestration of tools is not a call of its own.</summary>
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

    /// <summary>Our call has the usage of everything inside it: the response of a chat client sums its attempts and rounds.</summary>
    public static void MarkWhole(Activity? ours) => ours?.SetCustomProperty(Whole, Whole);

    /// <summary>Adds facts that the span's own instrumentation does not record.</summary>
    public static void Complete(Activity around, in TokenUsage usage)
    {
        Add(around, GenAiAttributes.UsageCacheWriteInputTokens, usage.CacheWrite);
        if (around.GetTagItem(GenAiAttributes.UsageReasoningOutputTokens) is null)
            Add(around, GenAiAttributes.UsageReasoningOutputTokens, usage.Reasoning);
    }

    /// <summary>
    /// Drops a span that reports a call of ours again, and relabels one that only orchestrates them. Called when a span has ended, before exporters see it.
    /// </summary>
    public static void DropOrRelabel(Activity span)
    {
        if (!IsOthers(span))
            return;

        if (span.GetCustomProperty(Orchestrates) is not null)
            MarkOrchestration(span);
        else if (IsCall(span, operation: null) && OursAround(span) is { } ours && TryAdopt(ours, span))
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    /// <summary>Takes over the facts of a dropped span inside <paramref name="ours"/>.</summary>
    public static Activity? InsideOf(Activity ours) => ours.GetCustomProperty(Inner) as Activity;

    public static long? Tokens(Activity span, string key) => span.GetTagItem(key) switch
    {
        long tokens => tokens,
        int tokens => tokens,
        _ => null,
    };

    private static bool IsOthers(Activity span) => span.Source.Name != TidemarkSource.Name;

    /// <param name="span">The span.</param>
    /// <param name="operation">The operation's name; <see langword="null"/> = any.</param>
    private static bool IsCall(Activity span, string? operation)
    {
        if (span.Kind != ActivityKind.Client || span.GetTagItem(GenAiAttributes.OperationName) is not string word)
            return false;

        return operation is null or GenAiOperations.Chat
            ? Array.IndexOf(CallWords, word) >= 0 || (operation is null && word == GenAiOperations.Embeddings)
            : word == operation;
    }

    /// <summary>Between a call and its second report there may be a third report, and no other span of the GenAI conventions.</summary>
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
    /// Adopts one report: a failed attempt is replaced by the next one, and a report inside another by the outer one, which has more facts. If
    /// ours is recorded by hand, a second success is a call of its own.
    /// </summary>
    /// <returns>Whether the span reports our call, so that it is dropped.</returns>
    private static bool TryAdopt(Activity ours, Activity span)
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

    /// <summary>The usage of nested calls is recorded on those only.</summary>
    private static void MarkOrchestration(Activity span)
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
