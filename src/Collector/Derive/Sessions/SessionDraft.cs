using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>A session's row while a fold works on it. What each field means is told by <see cref="SessionState"/>.</summary>
internal sealed class SessionDraft
{
    public SessionDraft(SessionInput input)
    {
        SessionId = input.SessionId;
        IsInferred = input.Inferred;
    }

    public SessionDraft(SessionState state)
    {
        SessionId = state.SessionId;
        Revision = state.Revision;
        IsKnown = true;
        Service = state.Service;
        Environment = state.Environment;
        UserId = state.UserId;
        Agent = state.Agent;
        Status = state.Status;
        StartedAt = state.StartedAt;
        LastSeenAt = state.LastSeenAt;
        LastStartedAt = state.LastStartedAt;
        IdleAt = state.IdleAt;
        EndedAt = state.EndedAt;
        EndReason = state.EndReason;
        SuccessorAt = state.SuccessorAt;
        IsInferred = state.Inferred;
        PreviousSessionId = state.PreviousSessionId;
        CurrentModel = state.CurrentModel;
        Models = state.Models;
        ModelSwitches = state.ModelSwitches;
        Conversations = state.Conversations;
        Messages = state.Messages;
        Operations = state.Operations;
        Errors = state.Errors;
        ToolCalls = state.ToolCalls;
        Tokens = state.Tokens;
        CostUsd = state.CostUsd;
        Unpriced = state.Unpriced;
        Context = state.Context;
        ContextPeakRatio = state.ContextPeakRatio;
        BudgetRaisedUsd = state.BudgetRaisedUsd;
    }

    public string SessionId { get; }

    public long Revision { get; }

    /// <summary>False until something has been heard of the session.</summary>
    public bool IsKnown { get; set; }

    public Dated<string>? Service { get; set; }

    public string Environment { get; set; } = "";

    public Dated<string>? UserId { get; set; }

    public Dated<string>? Agent { get; set; }

    public SessionStatus Status { get; set; } = SessionStatus.Active;

    public DateTime StartedAt { get; set; } = DateTime.MaxValue;

    public DateTime LastSeenAt { get; set; }

    public DateTime LastStartedAt { get; set; }

    public DateTime? IdleAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public string? EndReason { get; set; }

    public DateTime? SuccessorAt { get; set; }

    public bool IsInferred { get; }

    public string? PreviousSessionId { get; set; }

    public Dated<string>? CurrentModel { get; set; }

    public IReadOnlyList<string> Models { get; set; } = [];

    public int ModelSwitches { get; set; }

    public int Conversations { get; set; }

    public int Messages { get; set; }

    public long Operations { get; set; }

    public long Errors { get; set; }

    public long ToolCalls { get; set; }

    public TokenTotals Tokens { get; set; }

    public decimal CostUsd { get; set; }

    public long Unpriced { get; set; }

    public Dated<ContextFill>? Context { get; set; }

    public double? ContextPeakRatio { get; set; }

    public decimal BudgetRaisedUsd { get; set; }

    public SessionState ToState() => new()
    {
        SessionId = SessionId,
        Revision = Revision,
        Service = Service!,
        Environment = Environment,
        UserId = UserId,
        Agent = Agent,
        Status = Status,
        StartedAt = StartedAt,
        LastSeenAt = LastSeenAt,
        LastStartedAt = LastStartedAt,
        IdleAt = IdleAt,
        EndedAt = EndedAt,
        EndReason = EndReason,
        SuccessorAt = SuccessorAt,
        Inferred = IsInferred,
        PreviousSessionId = PreviousSessionId,
        CurrentModel = CurrentModel,
        Models = Models,
        ModelSwitches = ModelSwitches,
        Conversations = Conversations,
        Messages = Messages,
        Operations = Operations,
        Errors = Errors,
        ToolCalls = ToolCalls,
        Tokens = Tokens,
        CostUsd = CostUsd,
        Unpriced = Unpriced,
        Context = Context,
        ContextPeakRatio = ContextPeakRatio,
        BudgetRaisedUsd = BudgetRaisedUsd,
    };
}
