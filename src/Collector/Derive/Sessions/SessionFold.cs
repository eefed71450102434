using Tidemark.Collector.Derive.Sessions.Rules;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>
/// Applies new operations and notices of one session to its row. Rows do not depend on the order of arrival; events concern the
/// present only, except those about a single operation.
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

    /// <summary>Applies everything new to the drafts.</summary>
    /// <param name="moments">The result of <see cref="SessionFolding.Begin"/>.</param>
    /// <param name="before">The session's row; null = new session.</param>
    /// <param name="followingTurns">See <see cref="BatchInput.FollowingTurns"/>.</param>
    public void Apply(SessionFolding folding, ReadOnlySpan<Moment> moments, SessionState? before, IReadOnlyList<Turn> followingTurns)
    {
        foreach (ref readonly var moment in moments) Apply(folding, moment);
        folding.Session.ModelSwitches += TurnSwitches.Added(followingTurns, before?.CurrentModel, folding.Turns);
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
                Apply(folding, moment.Notice!);
                break;
        }
    }

    private void Apply(SessionFolding folding, SessionNotice notice)
    {
        var session = folding.Session;
        if (!session.IsKnown) SessionTotals.Identify(session, notice);
        if (notice.Kind == SessionNoticeKind.Start) _lifecycle.Observe(session, notice.At, notice.At, folding.Events);
        else _lifecycle.End(session, notice.At, folding.Events);
        SessionTotals.Identify(session, notice);
    }

    // Expiry is applied before the operation: the event of an idle session must not name a later agent.
    private void Apply(SessionFolding folding, Operation operation)
    {
        var session = folding.Session;
        var endedAt = operation.EndedAt;
        if (!session.IsKnown) SessionTotals.Identify(session, operation);
        _lifecycle.Observe(session, operation.Key.StartedAt, endedAt, folding.Events);
        SessionTotals.Identify(session, operation);
        // Another report of the same call counts; this one only shows that the session was active.
        if (operation.MirrorOf is not null) return;
        _totals.Add(session, operation);

        var conversation = folding.ConversationOf(operation);
        conversation?.Add(operation, endedAt);
        if (Chains.IsMain(operation) && operation.Series.Model.Length > 0)
            folding.Turns.Add(new Turn(operation.Key.StartedAt, operation.Key.SpanId, operation.Series.Model));
        foreach (var rule in _rules) rule.Observe(folding, conversation, operation);
    }
}
