using System.Globalization;
using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions.Rules;

/// <summary>
/// Fill of a conversation's context window: thresholds passed, and compactions. Fill is the input of the latest inference, cache
/// included. An inference that passes several thresholds raises an event for the highest only. If the input of a successful call
/// exceeds the window, the listed window is wrong and treated as unknown.
/// </summary>
/// <remarks>
/// Three rules prevent false alarms. A drop by more than half counts as a compaction only in a named conversation, between two
/// inferences of one model: side calls often share a session and sometimes a conversation. In a conversation of several agents
/// contexts take turns, so a smaller fill is neither a compaction nor a reason to report a threshold again, until the sender
/// indicates a compaction. An inference with an unknown window changes nothing.
/// </remarks>
internal sealed class ContextRule(DeriveOptions options) : IOperationRule
{
    private readonly short[] _thresholds = options.ContextThresholds.Count == 0 ? [80, 90, 95] : [.. options.ContextThresholds.Distinct().Order()];

    public void Observe(SessionFolding folding, ConversationDraft? conversation, Operation operation)
    {
        if (conversation is null) return;

        var fill = FillOf(operation);
        if (operation.Compaction is { } compaction) ObserveCompaction(folding, conversation, operation, compaction, fill);
        if (fill is { } known) ObserveFill(folding, conversation, operation, known);
    }

    private static ContextFill? FillOf(Operation operation) =>
        Chains.IsMain(operation) && operation.Tokens.Input is { } used
            ? new ContextFill(used, operation.ContextMax >= used ? operation.ContextMax : null)
            : null;

    private static void ObserveCompaction(
        SessionFolding folding, ConversationDraft conversation, Operation operation, Compaction compaction, ContextFill? fill)
    {
        var at = operation.Key.StartedAt;
        if (at <= conversation.CompactedAt) return;
        conversation.CompactedAt = at;
        if (at < conversation.Context?.At) return;

        conversation.ThresholdRaised = 0;
        AddCompacted(folding.Events, operation, compaction.Before ?? conversation.Context?.Value.Used, compaction.After ?? fill?.Used);
    }

    private void ObserveFill(SessionFolding folding, ConversationDraft conversation, Operation operation, in ContextFill fill)
    {
        var session = folding.Session;
        var at = operation.Key.StartedAt;
        if (Dates.IsLatest(session.Context, fill, at)) session.Context = new Mark<ContextFill>(fill, at);
        if (fill.Ratio is { } ratio && !(ratio <= session.ContextPeakRatio)) session.ContextPeakRatio = ratio;

        var previous = conversation.Context;
        if (!Dates.IsLatest(previous, fill, at)) return;
        conversation.Context = new Mark<ContextFill>(fill, at);

        if (previous is { } last && IsCompaction(conversation, last, fill))
        {
            conversation.ThresholdRaised = 0;
            AddCompacted(folding.Events, operation, last.Value.Used, fill.Used);
        }

        if (fill.Max is > 0) RaiseThresholds(folding.Events, conversation, operation, fill.Used, fill.Max.Value);
    }

    private static bool IsCompaction(ConversationDraft conversation, in Mark<ContextFill> previous, in ContextFill fill) =>
        fill.Used < previous.Value.Used / 2.0
        && conversation is { IsNamed: true, IsShared: false, ModelChanged: false }
        && !(conversation.CompactedAt >= previous.At);

    private void RaiseThresholds(EventSink events, ConversationDraft conversation, Operation operation, int used, int max)
    {
        short reached = 0;
        foreach (var threshold in _thresholds)
        {
            if (used * 100L < threshold * (long)max) break;
            reached = threshold;
        }

        if (reached > conversation.ThresholdRaised) AddThreshold(events, operation, reached, used, max);
        if (reached > conversation.ThresholdRaised || !conversation.IsShared) conversation.ThresholdRaised = reached;
    }

    private static void AddThreshold(EventSink events, Operation operation, short threshold, int used, int max)
    {
        var ratio = (decimal)used / max;
        var data = events.Data.With("threshold", threshold).With("used", used).With("max", max).With("ratio", Math.Round(ratio, 4)).Write();
        var message = string.Create(CultureInfo.InvariantCulture, $"Context is {ratio:0.#%} full: {used} of {max} tokens.");
        events.Add(operation, EventTypes.ContextThreshold, operation.Key.StartedAt, message, data, Severities.OfContext(threshold));
    }

    private static void AddCompacted(EventSink events, Operation operation, int? before, int? after)
    {
        var data = events.Data.With("before", before).With("after", after).Write();
        var message = (before, after) switch
        {
            (not null, not null) => string.Create(CultureInfo.InvariantCulture, $"Context was compacted from {before} to {after} tokens."),
            _ => "Context was compacted.",
        };
        events.Add(operation, EventTypes.ContextCompacted, operation.Key.StartedAt, message, data);
    }
}
