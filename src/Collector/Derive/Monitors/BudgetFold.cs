using System.Globalization;
using Tidemark.Collector.Derive.Events;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Payers;

namespace Tidemark.Collector.Derive.Monitors;

/// <summary>
/// Raises <see cref="EventTypes.BudgetThreshold"/> once per threshold and period: if several are passed at once, only for the highest. Raises it
/// once more if the projection exceeds a limit that has not been reached yet.
/// </summary>
internal static class BudgetFold
{
    private static readonly (short Percent, EventSeverity Severity)[] Thresholds =
        [(100, EventSeverity.Error), (80, EventSeverity.Warning), (50, EventSeverity.Info)];

    public static (IReadOnlyList<SessionEvent> Events, IReadOnlyList<BudgetMark> Marks) Apply(IReadOnlyList<BudgetStatus> budgets, DateTime now)
    {
        var events = new List<SessionEvent>();
        var marks = new List<BudgetMark>();
        var data = new EventData();
        foreach (var budget in budgets)
        {
            foreach (var (percent, severity) in Thresholds)
            {
                if (percent <= budget.Raised || budget.Spent * 100 < budget.Allowed * percent) continue;
                events.Add(Event(
                    budget, now, severity, percent,
                    $"{SubjectOf(budget)} has spent {Amount(budget, budget.Spent)}, {PercentOf(budget)} % of {LimitOf(budget)}.", data));
                marks.Add(BudgetMark.Of(budget, percent));
                break;
            }

            if (budget.IsProjectionRaised || budget.Spent >= budget.Allowed || !(budget.Projected > budget.Allowed)) continue;
            events.Add(Event(
                budget, now, EventSeverity.Warning, null,
                $"{SubjectOf(budget)} will have spent {Amount(budget, budget.Projected.Value)} by the end of the {budget.Period}, more than {LimitOf(budget)}.",
                data));
            marks.Add(BudgetMark.Of(budget, BudgetMark.Projection));
        }

        return (events, marks);
    }

    private static SessionEvent Event(BudgetStatus budget, DateTime now, EventSeverity severity, short? threshold, string message, EventData data) => new()
    {
        OccurredAt = now,
        Type = EventTypes.BudgetThreshold,
        Severity = severity,
        Service = budget.Scope == "service" ? budget.Value : "",
        Environment = budget.Scope == "environment" ? budget.Value : "",
        Agent = budget.Scope == "agent" ? budget.Value : null,
        Model = budget.Scope == "model" ? budget.Value : null,
        UserId = budget.Scope == "user" ? budget.Value : null,
        Message = message,
        Data = data
            .With("budget", budget.Budget)
            .With("scope", budget.Scope)
            .With("value", budget.Value.Length == 0 ? null : budget.Value)
            .With("period", budget.Period)
            .With("unit", budget.IsUsd ? "usd" : "tokens")
            .With("threshold", threshold / 100m)
            .With("spent", budget.Spent)
            .With("limit", budget.Allowed)
            .With("ratio", Math.Round(budget.Spent / budget.Allowed, 4))
            .With("projected", budget.Projected)
            .Write(),
    };

    private static string SubjectOf(BudgetStatus budget) =>
        budget.Value.Length == 0 ? "Everybody" : $"{Capital(budget.Scope.Replace("label:", "", StringComparison.Ordinal))} {budget.Value}";

    // Rounded down: a budget that is not used up is not at 100 %.
    private static string PercentOf(BudgetStatus budget) => Math.Floor(budget.Spent * 100 / budget.Allowed).ToString("0", CultureInfo.InvariantCulture);

    private static string LimitOf(BudgetStatus budget) => $"the {Amount(budget, budget.Allowed)} a {budget.Period} of budget {budget.Budget}";

    private static string Amount(BudgetStatus budget, decimal amount) => budget.IsUsd
        ? string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} USD")
        : string.Create(CultureInfo.InvariantCulture, $"{amount:0} tokens");

    private static string Capital(string word) => word.Length == 0 ? word : $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
