using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Sessions.Rules;

/// <summary>An inference uses another model than the session's previous one. A late inference changes the count and raises no event.</summary>
internal sealed class ModelSwitchedRule : IOperationRule
{
    public void Observe(SessionFolding folding, ConversationDraft? conversation, Operation operation)
    {
        if (!Chains.IsMain(operation) || operation.Series.Model is not { Length: > 0 } model) return;

        var session = folding.Session;
        var at = operation.Key.StartedAt;
        if (!Dates.IsLatest(session.CurrentModel, model, at)) return;

        var from = session.CurrentModel?.Value;
        session.CurrentModel = new Mark<string>(model, at);
        if (from is null || from == model) return;

        var data = folding.Events.Data.With("from", from).With("to", model).Write();
        folding.Events.Add(operation, EventTypes.ModelSwitched, at, $"Session {session.SessionId} switched from {from} to {model}.", data);
    }
}
