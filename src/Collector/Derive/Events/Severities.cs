using System.Collections.Frozen;
using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Derive.Events;

/// <summary>
/// Severities of events. Info: the normal life of a session. Warning: worth a look. Error: something failed.
/// Critical: other work will fail as well. The severity of a context threshold grows with its percentage.
/// </summary>
internal static class Severities
{
    private static readonly FrozenDictionary<string, EventSeverity> OfType = new Dictionary<string, EventSeverity>
    {
        [EventTypes.SessionCreated] = EventSeverity.Info,
        [EventTypes.SessionResumed] = EventSeverity.Info,
        [EventTypes.SessionIdle] = EventSeverity.Info,
        [EventTypes.SessionEnded] = EventSeverity.Info,
        [EventTypes.ModelSwitched] = EventSeverity.Info,
        [EventTypes.ContextCompacted] = EventSeverity.Info,
        [EventTypes.OperationFailed] = EventSeverity.Error,
        [EventTypes.OperationSlow] = EventSeverity.Warning,
        [EventTypes.CostBudget] = EventSeverity.Warning,
        [EventTypes.BudgetThreshold] = EventSeverity.Warning,
        [EventTypes.ModelUnpriced] = EventSeverity.Warning,
        [EventTypes.ServiceDown] = EventSeverity.Critical,
        [EventTypes.ServiceUp] = EventSeverity.Info,
        [EventTypes.PersistenceFallback] = EventSeverity.Error,
        [EventTypes.PersistenceRestored] = EventSeverity.Info,
    }.ToFrozenDictionary();

    public static EventSeverity Of(string type) => OfType[type];

    public static EventSeverity OfContext(short percent) => percent switch
    {
        >= 95 => EventSeverity.Critical,
        >= 90 => EventSeverity.Error,
        _ => EventSeverity.Warning,
    };
}
