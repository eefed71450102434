using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>What is new of one session.</summary>
internal sealed class SessionGroup(string sessionId)
{
    public string SessionId => sessionId;

    public List<Operation> Operations { get; } = [];

    public List<SessionSignal>? Signals { get; set; }

    public DateTime? SuccessorAt { get; private set; }

    public void SucceedAt(DateTime at)
    {
        if (SuccessorAt is null || at < SuccessorAt) SuccessorAt = at;
    }

    /// <summary>The earliest new inference that comes before the session's current model; null = none.</summary>
    public DateTime? EarliestLateTurn(Dated<string>? current)
    {
        DateTime? earliest = null;
        foreach (var operation in Operations)
        {
            if (operation.Series is not { Kind: OperationKind.Inference, Model: { Length: > 0 } model }) continue;
            var at = operation.Key.StartedAt;
            if (!Dates.IsLatest(current, model, at) && (earliest is null || at < earliest)) earliest = at;
        }

        return earliest;
    }
}
