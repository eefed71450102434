namespace Tidemark.Collector.Model.Events;

/// <summary>Names of session events: public, stored, never renamed.</summary>
internal static class EventTypes
{
    public const string SessionCreated = "session_created";
    public const string SessionResumed = "session_resumed";
    public const string SessionIdle = "session_idle";
    public const string SessionEnded = "session_ended";
    public const string ModelSwitched = "model_switched";
    public const string ContextThreshold = "context_threshold";
    public const string ContextCompacted = "context_compacted";
    public const string OperationFailed = "operation_failed";
    public const string OperationSlow = "operation_slow";
    public const string CostBudget = "cost_budget";
    public const string BudgetThreshold = "budget_threshold";
    public const string ModelUnpriced = "model_unpriced";
    public const string ServiceDown = "service_down";
    public const string ServiceUp = "service_up";
    public const string PersistenceFallback = "persistence_fallback";
    public const string PersistenceRestored = "persistence_restored";

    /// <summary>All event types.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        SessionCreated,
        SessionResumed,
        SessionIdle,
        SessionEnded,
        ModelSwitched,
        ContextThreshold,
        ContextCompacted,
        OperationFailed,
        OperationSlow,
        CostBudget,
        BudgetThreshold,
        ModelUnpriced,
        ServiceDown,
        ServiceUp,
        PersistenceFallback,
        PersistenceRestored,
    ];
}
