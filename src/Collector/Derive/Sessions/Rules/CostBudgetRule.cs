using System.Globalization;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Sessions.Rules;

/// <summary>
/// A session's cost exceeded its budget: reported once per budget. If a late operation exceeds it, the event has the session's latest
/// time, as only by then the money had been spent.
/// </summary>
internal sealed class CostBudgetRule(DeriveOptions options) : IOperationRule
{
    public void Observe(SessionFolding folding, ConversationDraft? conversation, Operation operation)
    {
        var session = folding.Session;
        if (options.CostBudgetUsd is not { } budget || session.CostUsd <= budget || session.BudgetRaisedUsd >= budget) return;

        session.BudgetRaisedUsd = budget;
        var data = folding.Events.Data.With("budget_usd", budget).With("cost_usd", session.CostUsd).Write();
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"Session {session.SessionId} has cost {session.CostUsd:0.00##} USD, its budget is {budget:0.00##} USD.");
        folding.Events.Add(operation, EventTypes.CostBudget, session.LastStartedAt, message, data);
    }
}
