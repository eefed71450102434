using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Derive.Limits;
using Tidemark.Collector.Derive.Sessions.Rules;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>
/// Folds what is new of one session onto what is known of it. Rows come out the same whatever the order of arrival; events
/// tell of the present only, except those that are about one operation alone.
/// </summary>
internal sealed class SessionFold
{
    private readonly SessionTotals _totals;
    private readonly Lifecycle _lifecycle;
    private readonly IOperationRule[] _rules;

    public SessionFold(DeriveOptions options, SlowLimits limits, Expiry expiry)
    {
        _totals = new SessionTotals(options);
        _lifecycle = new Lifecycle(expiry);
        _rules =
        [
            new ModelSwitchedRule(),
            new ContextRule(options),
            new OperationFailedRule(),
            new OperationSlowRule(limits),
            new CostBudgetRule(options),
        ];
    }

    /// <summary>Null = there is nothing to write: nothing new, or only a successor of a session that is not known.</summary>
    public SessionOutput? Apply(SessionInput input)
    {
        var events = new EventSink();
        return Apply(input, new SessionFolding(events)) is var (state, conversations) ? new SessionOutput(state, conversations, events.TakeAll()) : null;
    }

    /// <summary>The same for one session of many: events stay in the folding's sink.</summary>
    public (SessionState State, IReadOnlyList<ConversationState> Conversations)? Apply(SessionInput input, SessionFolding folding)
    {
        foreach (ref readonly var moment in folding.Begin(input)) Apply(folding, moment);

        var session = folding.Session;
        var isChanged = input.Operations.Count > 0 || input.Signals.Count > 0 || session.SuccessorAt != input.State?.SuccessorAt;
        if (!session.IsKnown || !isChanged) return null;

        session.ModelSwitches += TurnSwitches.Added(input.LaterTurns, input.State?.CurrentModel, folding.Turns);
        return (session.ToState(), [.. folding.Conversations.Select(conversation => conversation.ToState())]);
    }

    private void Apply(SessionFolding folding, in Moment moment)
    {
        switch (moment.Kind)
        {
            case MomentKind.Operation:
                Apply(folding, moment.Operation!);
                break;
            case MomentKind.Successor:
                _lifecycle.Succeed(folding.Session, moment.At, folding.Events);
                break;
            default:
                Apply(folding, moment.Signal!);
                break;
        }
    }

    private void Apply(SessionFolding folding, SessionSignal signal)
    {
        var session = folding.Session;
        if (!session.IsKnown) SessionTotals.Identify(session, signal);
        if (signal.Kind == SessionSignalKind.Start) _lifecycle.Observe(session, signal.At, signal.At, folding.Events);
        else _lifecycle.End(session, signal.At, folding.Events);
        SessionTotals.Identify(session, signal);
    }

    // What time did to the session comes before what the operation tells of it: an idle session's event names no later agent.
    private void Apply(SessionFolding folding, Operation operation)
    {
        var session = folding.Session;
        var endedAt = operation.EndedAt;
        if (!session.IsKnown) SessionTotals.Identify(session, operation);
        _lifecycle.Observe(session, operation.Key.StartedAt, endedAt, folding.Events);
        SessionTotals.Identify(session, operation);
        _totals.Add(session, operation);

        var conversation = folding.ConversationOf(operation);
        conversation?.Add(operation, endedAt);
        if (operation.Series is { Kind: OperationKind.Inference, Model.Length: > 0 })
            folding.Turns.Add(new Turn(operation.Key.StartedAt, operation.Key.SpanId, operation.Series.Model));
        foreach (var rule in _rules) rule.Observe(folding, conversation, operation);
    }
}
